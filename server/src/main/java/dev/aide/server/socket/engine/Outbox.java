package dev.aide.server.socket.engine;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.atomic.LongAdder;

/** What waits to be sent to one client, in its order and within a bound. Its owner locks. */
final class Outbox {
    private final int most;
    private final SlowConsumer policy;
    private final LongAdder drops;
    private final Queue<Outgoing> waiting = new ArrayDeque<>();

    /**
     * Begins empty.
     *
     * @param drops counts the messages that are dropped
     */
    Outbox(int most, SlowConsumer policy, LongAdder drops) {
        this.most = most;
        this.policy = policy;
        this.drops = drops;
    }

    /**
     * Adds a message, by the policy.
     *
     * @return whether the client may stay
     */
    boolean add(Outgoing message) {
        if (waiting.size() < most) {
            return waiting.add(message);
        }
        return switch (policy) {
            case DISCONNECT -> false;
            case DROP_NEWEST -> drop(message) || (dropOldest() && waiting.add(message));
            case DROP_OLDEST -> dropOldest() ? waiting.add(message) : drop(message);
        };
    }

    private boolean drop(Outgoing message) {
        if (message.mayDrop()) {
            drops.increment();
        }
        return message.mayDrop();
    }

    private boolean dropOldest() {
        for (Iterator<Outgoing> each = waiting.iterator(); each.hasNext(); ) {
            if (drop(each.next())) {
                each.remove();
                return true;
            }
        }
        return false;
    }

    /** Takes the next message. */
    Optional<Outgoing> poll() {
        return Optional.ofNullable(waiting.poll());
    }

    /** Takes all frames. */
    List<Frame> drain() {
        List<Frame> frames = new ArrayList<>();
        waiting.forEach(message -> frames.addAll(message.frames()));
        waiting.clear();
        return frames;
    }

    int size() {
        return waiting.size();
    }
}
