package dev.aide.store.queue;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

/**
 * How long a failed job waits: twice as long each time, up to a limit, and up to a tenth longer by chance, so that what
 * failed together does not come back together. Immutable.
 *
 * @param first the wait after the first failure
 * @param limit the longest wait
 */
public record Backoff(Duration first, Duration limit) {

    /** 1, 2, 4, 8 … seconds, at most an hour. */
    public static Backoff standard() {
        return new Backoff(Duration.ofSeconds(1), Duration.ofHours(1));
    }

    /**
     * Checks the durations.
     *
     * @throws IllegalArgumentException if the first is negative or longer than the limit
     */
    public Backoff {
        if (first.isNegative() || first.compareTo(limit) > 0) {
            throw new IllegalArgumentException(
                    "a backoff begins with zero or more and not above its limit: " + first + ", " + limit);
        }
    }

    /** The wait after so many failed attempts, at least 1. */
    Duration after(int attempts) {
        // beyond 2^30 the limit is long reached
        long doubled = first.toMillis() << Math.min(attempts - 1, 30);
        long wait = Math.min(doubled, limit.toMillis());
        return Duration.ofMillis(wait + ThreadLocalRandom.current().nextLong(wait / 10 + 1));
    }
}
