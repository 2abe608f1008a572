package dev.aide.client.retry;

import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/**
 * Bounds retries to a share of the calls of the last ten seconds, plus a floor: when everything fails, a server gets a
 * fifth more requests, not four times as many.
 *
 * <p>Safe for use by any thread.
 */
public final class RetryBudget {
    private static final int SECONDS = 10;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final double ratio;
    private final int floor;
    private final LongSupplier nanoTime;
    private final Lock lock = new ReentrantLock();
    private final long[] second = new long[SECONDS];
    private final int[] calls = new int[SECONDS];
    private final int[] retries = new int[SECONDS];

    /**
     * Creates a full budget.
     *
     * @param ratio retries per call, such as 0.2
     * @param floor retries in ten seconds that are always allowed
     * @param nanoTime a clock that counts nanoseconds, such as {@link System#nanoTime()}
     */
    public RetryBudget(double ratio, int floor, LongSupplier nanoTime) {
        this.ratio = ratio;
        this.floor = floor;
        this.nanoTime = nanoTime;
    }

    /** Counts a call, which earns a share of a retry. */
    public void recordCall() {
        lock.lock();
        try {
            calls[currentSlot()]++;
        } finally {
            lock.unlock();
        }
    }

    /**
     * Takes one retry out of the budget.
     *
     * @return false if the budget is spent
     */
    public boolean tryRetry() {
        lock.lock();
        try {
            int slot = currentSlot();
            if (sum(retries) + 1 > floor + ratio * sum(calls)) {
                return false;
            }
            retries[slot]++;
            return true;
        } finally {
            lock.unlock();
        }
    }

    private int currentSlot() {
        long now = Math.floorDiv(nanoTime.getAsLong(), NANOS_PER_SECOND);
        int slot = (int) Math.floorMod(now, (long) SECONDS);
        if (second[slot] != now) {
            second[slot] = now;
            calls[slot] = 0;
            retries[slot] = 0;
        }
        return slot;
    }

    private long sum(int[] counts) {
        long oldest = Math.floorDiv(nanoTime.getAsLong(), NANOS_PER_SECOND) - SECONDS;
        long sum = 0;
        for (int slot = 0; slot < SECONDS; slot++) {
            sum += second[slot] > oldest ? counts[slot] : 0;
        }
        return sum;
    }
}
