package dev.aide.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RetryBudgetTest {
    private static final long SECOND = 1_000_000_000L;

    private final AtomicLong now = new AtomicLong(-3 * SECOND);
    private final RetryBudget budget = new RetryBudget(0.2, 2, now::get);

    private int retriesLeft() {
        int retries = 0;
        while (budget.tryRetry()) {
            retries++;
        }
        return retries;
    }

    @Test
    void the_floor_is_always_there() {
        assertThat(retriesLeft()).isEqualTo(2);
    }

    @Test
    void calls_earn_a_share() {
        for (int i = 0; i < 50; i++) {
            budget.recordCall();
        }
        assertThat(retriesLeft()).isEqualTo(2 + 10);
    }

    @Test
    void calls_and_retries_are_forgotten_after_ten_seconds() {
        for (int second = 0; second < 10; second++) {
            budget.recordCall();
            now.addAndGet(SECOND);
        }
        // the first of the ten calls is out of the window by now, and nine earn one retry
        assertThat(retriesLeft()).isEqualTo(2 + 1);
        assertThat(retriesLeft()).isZero();

        now.addAndGet(10 * SECOND);
        assertThat(retriesLeft()).isEqualTo(2);
    }
}
