package dev.aide.client;

import dev.aide.client.retry.Breaker;
import dev.aide.client.retry.BreakerState;
import dev.aide.client.retry.RetryBudget;
import java.util.Optional;

/** What is remembered of a host or route between calls. */
record Destination(Optional<Breaker> breaker, RetryBudget budget) {

    boolean isAtRest() {
        return breaker.map(b -> b.state() == BreakerState.CLOSED).orElse(true);
    }
}
