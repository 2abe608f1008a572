package dev.aide.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BackoffTest {
    private static long[] millis(Backoff backoff) {
        return IntStream.rangeClosed(1, 5)
                .mapToLong(retry -> backoff.before(retry).toMillis())
                .toArray();
    }

    @Test
    void exponential_doubles() {
        assertThat(millis(Backoff.exponential(Duration.ofMillis(100)))).containsExactly(100, 200, 400, 800, 1600);
    }

    @Test
    void exponential_does_not_overflow() {
        assertThat(Backoff.exponential(Duration.ofMillis(100)).before(10_000)).isPositive();
    }

    @Test
    void linear_adds() {
        assertThat(millis(Backoff.linear(Duration.ofMillis(100)))).containsExactly(100, 200, 300, 400, 500);
    }

    @Test
    void fixed_stays() {
        assertThat(millis(Backoff.fixed(Duration.ofMillis(100)))).containsExactly(100, 100, 100, 100, 100);
    }

    @Test
    void a_cap_cuts() {
        assertThat(millis(Backoff.exponential(Duration.ofMillis(100)).atMost(Duration.ofMillis(500))))
                .containsExactly(100, 200, 400, 500, 500);
    }
}
