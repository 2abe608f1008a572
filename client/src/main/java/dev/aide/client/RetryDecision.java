package dev.aide.client;

import dev.aide.client.retry.RetryAfter;
import dev.aide.client.retry.RetryBudget;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.LongUnaryOperator;

/** Decides whether an attempt that failed is made again, and after which wait. */
record RetryDecision(Plan<?> plan, RetryBudget budget, Clock clock, LongUnaryOperator random) {

    static RetryDecision of(Plan<?> plan, RetryBudget budget) {
        return new RetryDecision(
                plan,
                budget,
                Clock.systemUTC(),
                bound -> ThreadLocalRandom.current().nextLong(bound));
    }

    <T> Outcome<T> decide(Failure<T> failure, boolean sent, int retriesBefore, Duration left) {
        Retries retries = plan.retries();
        if (!retries.covers(failure) || !maySendAgain(sent) || retriesBefore >= retries.max()) {
            return Outcome.last(failure);
        }
        Duration wait;
        try {
            wait = failure.headers()
                    .firstValue("Retry-After")
                    .flatMap(value -> RetryAfter.parse(value, clock))
                    .map(retries::cap)
                    .orElseGet(() -> retries.waitBefore(retriesBefore + 1, random));
        } catch (RuntimeException e) {
            return Outcome.last(failure.as(
                    FailureKind.HOOK, failure.message() + "; not tried again: the backoff of the retries threw " + e));
        }
        if (wait.compareTo(left) >= 0) {
            return Outcome.last(failure);
        }
        if (!budget.tryRetry()) {
            return Outcome.last(failure.as(
                    FailureKind.BUDGET,
                    failure.message() + "; not tried again: the retry budget of "
                            + plan.url().host() + " is spent, too many calls to it failed in the last ten seconds"));
        }
        return new Outcome<>(failure, wait);
    }

    private boolean maySendAgain(boolean sent) {
        boolean bodyIsThere = plan.payload() == null || plan.payload().isRepeatable();
        return !sent || (plan.isRepeatable() && bodyIsThere);
    }
}
