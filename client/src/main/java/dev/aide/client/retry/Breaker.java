package dev.aide.client.retry;

import dev.failsafe.CircuitBreaker;
import java.time.Duration;

/**
 * Keeps attempts away from a host that fails, and finds out with one attempt whether it is well again.
 *
 * <p>Safe for use by any thread.
 */
public final class Breaker {
    private final CircuitBreaker<Object> breaker;

    Breaker(CircuitBreaker<Object> breaker) {
        this.breaker = breaker;
    }

    /**
     * Asks to send. Who is allowed to must call exactly one of the record methods afterwards.
     *
     * @return false if the breaker is open
     */
    public boolean tryAcquire() {
        return breaker.tryAcquirePermit();
    }

    /** Records that the host answered as a well host does. */
    public void recordSuccess() {
        breaker.recordSuccess();
    }

    /** Records that the host failed. */
    public void recordFailure() {
        breaker.recordFailure();
    }

    /** Records that nothing was learned, as when the caller cancelled. The probe of a half-open breaker then failed. */
    public void recordNothing() {
        // the half-open state has one permit: if it were never given back, the breaker would never close
        if (breaker.isHalfOpen()) {
            breaker.recordFailure();
        }
    }

    /**
     * Returns the state.
     *
     * @return the state now
     */
    public BreakerState state() {
        return BreakerState.valueOf(breaker.getState().name());
    }

    /**
     * Returns how long it stays open.
     *
     * @return zero if it is not open
     */
    public Duration remainingOpen() {
        return breaker.getRemainingDelay();
    }
}
