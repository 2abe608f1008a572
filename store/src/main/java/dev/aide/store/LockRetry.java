package dev.aide.store;

import java.time.Duration;
import org.sqlite.BusyHandler;

/**
 * Asks again and again for a lock that another process has. SQLite's own handler soon asks ten times a second only, and so
 * leaves the lock to the process that just had it. One for each connection, and not safe for more.
 */
final class LockRetry extends BusyHandler {
    private static final long LONGEST_SLEEP_MILLIS = 10;

    private final long timeoutNanos;
    private long since;

    LockRetry(Duration timeout) {
        timeoutNanos = timeout.toNanos();
    }

    @Override
    protected int callback(int triesBefore) {
        if (triesBefore == 0) {
            since = System.nanoTime();
        }
        if (System.nanoTime() - since >= timeoutNanos) {
            return 0;
        }
        try {
            Thread.sleep(Math.min(1 + triesBefore / 10, LONGEST_SLEEP_MILLIS));
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
