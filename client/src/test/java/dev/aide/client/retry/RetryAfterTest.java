package dev.aide.client.retry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RetryAfterTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC);

    @Test
    void reads_seconds() {
        assertThat(RetryAfter.parse("125", CLOCK)).contains(Duration.ofSeconds(125));
        assertThat(RetryAfter.parse(" 0 ", CLOCK)).contains(Duration.ZERO);
    }

    @Test
    void reads_a_date() {
        assertThat(RetryAfter.parse("Mon, 23 Nov 2026 12:00:30 GMT", CLOCK)).contains(Duration.ofSeconds(30));
    }

    @Test
    void a_date_that_has_passed_is_now() {
        assertThat(RetryAfter.parse("Mon, 23 Nov 2026 11:00:00 GMT", CLOCK)).contains(Duration.ZERO);
    }

    @Test
    void more_digits_than_a_long_holds_are_just_long() {
        assertThat(RetryAfter.parse("9".repeat(40), CLOCK))
                .hasValueSatisfying(wait -> assertThat(wait).isGreaterThan(Duration.ofDays(1000)));
    }

    @Test
    void anything_else_is_nothing() {
        for (String nonsense : new String[] {"", "-5", "1.5", "soon", "Mon, 99 Nov 2026 12:00:30 GMT", "١٢"}) {
            assertThat(RetryAfter.parse(nonsense, CLOCK)).as(nonsense).isEmpty();
        }
    }
}
