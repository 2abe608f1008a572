package dev.aide.agent.baseline;

/**
 * Counts how often a checked place of a method is passed, up to a number that proves enough. Safe for use by any thread:
 * what two threads count at the same time may count once, which only makes the proof later.
 */
public final class Executions {
    private final int most;
    private int count;

    Executions(int most) {
        this.most = most;
    }

    /** Counts one more; once it is enough, this only reads. */
    public void count() {
        if (count < most) {
            count++;
        }
    }

    int get() {
        return count;
    }
}
