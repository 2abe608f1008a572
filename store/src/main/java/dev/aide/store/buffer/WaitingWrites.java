package dev.aide.store.buffer;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** The writes that are accepted and not ended, in order, with a bound. Safe for use by many threads. */
final class WaitingWrites {
    private final int capacity;
    private final FullPolicy policy;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<Write<?>> waiting = new ArrayDeque<>();
    private long accepted;
    private long ended;
    private long rejected;
    private long dropped;
    private boolean closed;

    WaitingWrites(int capacity, FullPolicy policy) {
        this.capacity = capacity;
        this.policy = policy;
    }

    /** Accepts the write; what had to go for it, the new one or an old one, is returned, else null. */
    Write<?> offer(Write<?> write) {
        lock.lock();
        try {
            while (!closed && policy == FullPolicy.BLOCK && waiting.size() >= capacity) {
                changed.awaitUninterruptibly();
            }
            if (closed || (policy == FullPolicy.REJECT && waiting.size() >= capacity)) {
                rejected++;
                return write;
            }
            Write<?> victim = waiting.size() >= capacity ? waiting.pollFirst() : null;
            if (victim != null) {
                dropped++;
                ended++;
            }
            waiting.addLast(write);
            accepted++;
            changed.signalAll();
            return victim;
        } finally {
            lock.unlock();
        }
    }

    /** The next writes, at least one; none when the buffer is closed and empty. */
    List<Write<?>> take(int atMost) {
        lock.lock();
        try {
            while (waiting.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            List<Write<?>> taken = new ArrayList<>();
            while (taken.size() < atMost && !waiting.isEmpty()) {
                taken.add(waiting.pollFirst());
            }
            changed.signalAll();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    void ended(int writes) {
        lock.lock();
        try {
            ended += writes;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Waits until all that is accepted by now has ended. */
    void awaitEnded() {
        lock.lock();
        try {
            long target = accepted;
            while (ended < target) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    boolean isClosed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    BufferCounts counts(long written, long failed, long commits) {
        lock.lock();
        try {
            return new BufferCounts(accepted - ended, written, failed, rejected, dropped, commits);
        } finally {
            lock.unlock();
        }
    }
}
