package dev.aide.server.limit;

import java.time.Duration;
import java.util.Arrays;

/**
 * Counts one key's requests in slices of a sixteenth of the window, and grants one when the current slice and the
 * sixteen before it hold fewer than the limit. Any span as long as the window lies within seventeen slices, so no such
 * span ever holds more grants than the limit. The price: a place comes back up to one slice late.
 *
 * <p>Safe for use by many threads.
 */
final class SlidingWindow {
    static final int SLICES = 16;

    private final RateLimit limit;
    private final long sliceNanos;
    private final int[] counts = new int[SLICES + 1];
    private long current = Long.MIN_VALUE;
    private int total;

    SlidingWindow(RateLimit limit) {
        this.limit = limit;
        this.sliceNanos = limit.window().toNanos() / SLICES + 1;
    }

    /** Takes one of the places, if there is one. */
    synchronized Allowance take(long nanos) {
        advanceTo(Math.floorDiv(nanos, sliceNanos));
        boolean isGranted = total < limit.requests();
        if (isGranted) {
            counts[place(current)]++;
            total++;
        }
        return new Allowance(
                limit, isGranted, limit.requests() - total, Duration.ofNanos(nextRelease() - nanos), current);
    }

    /** Gives back a place that was taken in a slice, if that one is still counted. */
    synchronized void giveBack(long slice) {
        boolean isCounted = slice > current - counts.length && slice <= current;
        if (isCounted && counts[place(slice)] > 0) {
            counts[place(slice)]--;
            total--;
        }
    }

    private void advanceTo(long slice) {
        if (current == Long.MIN_VALUE || slice - current >= counts.length) {
            Arrays.fill(counts, 0);
            total = 0;
            current = slice;
            return;
        }
        while (current < slice) {
            current++;
            total -= counts[place(current)];
            counts[place(current)] = 0;
        }
    }

    private long nextRelease() {
        for (long slice = current - SLICES; slice <= current; slice++) {
            if (counts[place(slice)] > 0) {
                return (slice + counts.length) * sliceNanos;
            }
        }
        return current * sliceNanos;
    }

    private int place(long slice) {
        return (int) Math.floorMod(slice, (long) counts.length);
    }
}
