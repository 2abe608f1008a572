package dev.aide.client.retry;

/**
 * The states of a circuit breaker.
 *
 * <p>Safe for use by any thread.
 */
public enum BreakerState {
    /** Attempts go through. */
    CLOSED,
    /** Attempts fail at once; after its time, the next one is a probe. */
    OPEN,
    /** A probe is under way; other attempts fail at once. */
    HALF_OPEN
}
