package dev.aide.agent.type;

import dev.aide.agent.config.Depth;
import java.util.concurrent.ThreadLocalRandom;

/** Which elements of a container are looked at; immutable. */
final class Sample {
    /** Enough for a container whose size is not known and that may grow as fast as it is walked. */
    private static final int MOST_UNSIZED = 100_000;

    private final int all;
    private final int picked;

    Sample(Depth depth) {
        this.all = depth.all();
        this.picked = depth.picked();
    }

    /** Returns the largest size at which every element is looked at. */
    int all() {
        return all;
    }

    int picked() {
        return picked;
    }

    /** Returns the index of the pick-th element of a larger list: the first, the last, then any between. */
    int index(int pick, int size) {
        return pick == 0 ? 0 : pick == 1 ? size - 1 : 1 + (int) ((random() * (size - 2)) >>> Integer.SIZE);
    }

    /**
     * Returns how many steps an iterator is asked for.
     *
     * @param size the container's size, or -1 where that is not known
     */
    int steps(int size) {
        return size < 0 ? Math.min(all, MOST_UNSIZED) : size <= all ? size : picked;
    }

    private static long random() {
        return ThreadLocalRandom.current().nextInt() & 0xffff_ffffL;
    }
}
