package dev.aide.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aide.server.http.HttpError;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PromptCallsTest {
    private static final int THREADS = 8;

    @Test
    void a_call_that_was_given_up_before_it_began_is_not_made_later() {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch begun = new CountDownLatch(THREADS);
        AtomicInteger made = new AtomicInteger();
        PromptCalls calls = new PromptCalls(Duration.ofMillis(50), Duration.ZERO);
        for (int i = 0; i < THREADS; i++) {
            calls.later(() -> {
                begun.countDown();
                awaitQuietly(hangs);
            });
        }
        awaitQuietly(begun);

        assertThatThrownBy(() -> calls.call(made::incrementAndGet))
                .isInstanceOfSatisfying(
                        HttpError.class, error -> assertThat(error.status()).isEqualTo(503));
        hangs.countDown();

        // whatever waited before this one has been looked at by then
        await().atMost(Duration.ofMinutes(1)).until(() -> calls.attempt(() -> "answered"));
        assertThat(made).hasValue(0);
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
