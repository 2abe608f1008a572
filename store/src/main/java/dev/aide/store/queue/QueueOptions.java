package dev.aide.store.queue;

import java.time.Clock;
import java.time.Duration;

/**
 * How a queue treats its jobs. Immutable.
 *
 * @param lease for how long a claimed job belongs to its worker without a heartbeat; 1 minute unless changed
 * @param maxAttempts after how many failed attempts a job is dead; 10 unless changed
 * @param backoff how long a failed job waits
 * @param clock the time; machines that share a queue must have clocks that agree to well under the lease
 */
public record QueueOptions(Duration lease, int maxAttempts, Backoff backoff, Clock clock) {

    /** A lease of one minute, 10 attempts, waits of 1, 2, 4, 8 … seconds, the system's clock. */
    public static QueueOptions standard() {
        return new QueueOptions(Duration.ofMinutes(1), 10, Backoff.standard(), Clock.systemUTC());
    }

    /**
     * Checks the numbers.
     *
     * @throws IllegalArgumentException if the lease is not positive or there is no attempt
     */
    public QueueOptions {
        if (lease.toMillis() < 1 || maxAttempts < 1) {
            throw new IllegalArgumentException(
                    "a queue needs a lease of 1 ms or more and 1 attempt or more: " + lease + ", " + maxAttempts);
        }
    }

    /** The same with another lease. */
    public QueueOptions withLease(Duration lease) {
        return new QueueOptions(lease, maxAttempts, backoff, clock);
    }

    /** The same with another number of attempts. */
    public QueueOptions withMaxAttempts(int maxAttempts) {
        return new QueueOptions(lease, maxAttempts, backoff, clock);
    }

    /** The same with another backoff. */
    public QueueOptions withBackoff(Backoff backoff) {
        return new QueueOptions(lease, maxAttempts, backoff, clock);
    }

    /** The same with another clock. */
    public QueueOptions withClock(Clock clock) {
        return new QueueOptions(lease, maxAttempts, backoff, clock);
    }
}
