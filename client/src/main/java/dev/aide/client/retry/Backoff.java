package dev.aide.client.retry;

import java.time.Duration;

/**
 * How long to wait before a retry, before jitter.
 *
 * <p>Implementations are safe for use by any thread.
 */
@FunctionalInterface
public interface Backoff {

    /**
     * Returns the wait before a retry.
     *
     * @param retry 1 for the first retry
     * @return the wait, not negative
     */
    Duration before(int retry);

    /**
     * Doubles with each retry: 1, 2, 4, 8 times the first wait.
     *
     * @param first the wait before the first retry
     * @return the backoff
     */
    static Backoff exponential(Duration first) {
        return retry -> first.multipliedBy(1L << Math.min(retry - 1, 20));
    }

    /**
     * Grows by the same step with each retry: 1, 2, 3, 4 times the step.
     *
     * @param step the wait before the first retry, and what is added for each further one
     * @return the backoff
     */
    static Backoff linear(Duration step) {
        return step::multipliedBy;
    }

    /**
     * The same wait before each retry.
     *
     * @param wait the wait
     * @return the backoff
     */
    static Backoff fixed(Duration wait) {
        return retry -> wait;
    }

    /**
     * Caps this backoff.
     *
     * @param cap the longest wait
     * @return a backoff that never waits longer
     */
    default Backoff atMost(Duration cap) {
        return retry -> {
            Duration wait = before(retry);
            return wait.compareTo(cap) > 0 ? cap : wait;
        };
    }
}
