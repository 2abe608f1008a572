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
    private static final int SLICES = 16;

    private final int limit;
    private final long sliceNanos;
    private final int[] counts = new int[SLICES + 1];
    private long current = Long.MIN_VALUE;
    private int total;

    SlidingWindow(int limit, Duration window) {
        this.limit = limit;
        this.sliceNanos = Math.max(1, window.toNanos() / SLICES + 1);
    }

    /** Takes one of the places, if there is one. */
    synchronized Took take(long nanos) {
        advanceTo(Math.floorDiv(nanos, sliceNanos));
        boolean isGranted = total < limit;
        if (isGranted) {
            counts[place(current)]++;
            total++;
        }
        return new Took(isGranted, limit - total, Duration.ofNanos(nextRelease() - nanos));
    }

    /** Gives back the latest place taken. */
    synchronized void giveBack() {
        for (long slice = current; slice > current - counts.length; slice--) {
            if (counts[place(slice)] > 0) {
                counts[place(slice)]--;
                total--;
                return;
            }
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

    /** What came of it. */
    record Took(boolean isGranted, int remaining, Duration reset) {}
}
