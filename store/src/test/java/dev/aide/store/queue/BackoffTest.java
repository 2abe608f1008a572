package dev.aide.store.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BackoffTest {

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 2", "3, 4", "4, 8", "11, 1024", "13, 3600", "100, 3600"})
    void waits_double_up_to_the_limit_with_a_tenth_of_jitter(int attempt, long seconds) {
        for (int i = 0; i < 100; i++) {
            assertThat(Backoff.standard().after(attempt))
                    .isBetween(Duration.ofSeconds(seconds), Duration.ofMillis(seconds * 1_100));
        }
    }

    @Test
    void a_backoff_that_shrinks_is_refused() {
        assertThatThrownBy(() -> new Backoff(Duration.ofSeconds(2), Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
