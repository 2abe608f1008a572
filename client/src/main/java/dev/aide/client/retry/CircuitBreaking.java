package dev.aide.client.retry;

import java.time.Duration;

/**
 * When a circuit breaker opens, for how long, and what shares one.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class CircuitBreaking {
    private final int failurePercent;
    private final int minimumCalls;
    private final Duration window;
    private final Duration openFor;
    private final boolean perRoute;

    private CircuitBreaking(int failurePercent, int minimumCalls, Duration window, Duration openFor, boolean perRoute) {
        this.failurePercent = failurePercent;
        this.minimumCalls = minimumCalls;
        this.window = window;
        this.openFor = openFor;
        this.perRoute = perRoute;
    }

    /**
     * A breaker for each host, which opens when at least half of 20 attempts or more within 30 seconds failed, and lets
     * one attempt through after 10 seconds.
     *
     * @return the default
     */
    public static CircuitBreaking standard() {
        return new CircuitBreaking(50, 20, Duration.ofSeconds(30), Duration.ofSeconds(10), false);
    }

    /**
     * Changes the share of failures that opens the breaker.
     *
     * @param percent 1 to 100
     * @return a changed copy
     * @throws IllegalArgumentException if the number is outside
     */
    public CircuitBreaking failurePercent(int percent) {
        if (percent < 1 || percent > 100) {
            throw new IllegalArgumentException("the share of failures is 1 to 100 percent, not " + percent);
        }
        return new CircuitBreaking(percent, minimumCalls, window, openFor, perRoute);
    }

    /**
     * Changes how many attempts there must be within the window before the share of failures counts.
     *
     * @param calls 1 or more
     * @return a changed copy
     * @throws IllegalArgumentException if the number is less
     */
    public CircuitBreaking minimumCalls(int calls) {
        if (calls < 1) {
            throw new IllegalArgumentException("the least number of calls is 1, not " + calls);
        }
        return new CircuitBreaking(failurePercent, calls, window, openFor, perRoute);
    }

    /**
     * Changes the time over which attempts are counted.
     *
     * @param time at least 10 milliseconds
     * @return a changed copy
     * @throws IllegalArgumentException if the time is shorter
     */
    public CircuitBreaking window(Duration time) {
        if (time.toMillis() < 10) {
            throw new IllegalArgumentException("the window is at least 10 ms, not " + time);
        }
        return new CircuitBreaking(failurePercent, minimumCalls, time, openFor, perRoute);
    }

    /**
     * Changes how long the breaker stays open before it lets one attempt through.
     *
     * @param time not negative
     * @return a changed copy
     */
    public CircuitBreaking openFor(Duration time) {
        return new CircuitBreaking(failurePercent, minimumCalls, window, time, perRoute);
    }

    /**
     * Gives each route of a host, method and path template, a breaker of its own. For hosts where one broken operation
     * says nothing about the others.
     *
     * @return a changed copy
     */
    public CircuitBreaking perRoute() {
        return new CircuitBreaking(failurePercent, minimumCalls, window, openFor, true);
    }

    /**
     * Tells whether each route has a breaker of its own.
     *
     * @return false if a host shares one
     */
    public boolean isPerRoute() {
        return perRoute;
    }

    /**
     * Creates a closed breaker that acts by this.
     *
     * @return a new breaker
     */
    public Breaker newBreaker() {
        return new Breaker(dev.failsafe.CircuitBreaker.builder()
                .withFailureRateThreshold(failurePercent, minimumCalls, window)
                .withDelay(openFor)
                .withSuccessThreshold(1)
                .build());
    }
}
