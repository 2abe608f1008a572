package dev.aide.server.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {

    @Test
    void it_says_what_it_is_in_words() {
        assertThat(RateLimit.perUser(60, Duration.ofMinutes(1))).hasToString("60 per minute and user");
        assertThat(RateLimit.perIp(3, Duration.ofHours(1))).hasToString("3 per hour and ip");
        assertThat(RateLimit.perKey(9, Duration.ofDays(2))).hasToString("9 per 2 days and key");
        assertThat(RateLimit.perEndpoint(1, Duration.ofMinutes(90))).hasToString("1 per 90 minutes and endpoint");
        assertThat(RateLimit.perUser(5, Duration.ofSeconds(61))).hasToString("5 per 61 seconds and user");
        assertThat(RateLimit.perUser(5, Duration.ofMillis(1500))).hasToString("5 per 1500 milliseconds and user");
    }

    @Test
    void its_policy_has_the_window_in_seconds() {
        assertThat(RateLimit.perUser(60, Duration.ofMinutes(2)).policy()).isEqualTo("\"user\";q=60;w=120");
        assertThat(RateLimit.perUser(60, Duration.ofMillis(100)).policy()).isEqualTo("\"user\";q=60;w=1");
    }

    @Test
    void numbers_that_are_no_limit_are_refused() {
        assertThatThrownBy(() -> RateLimit.perUser(0, Duration.ofMinutes(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rate limit allows at least 1 request, not 0");
        assertThatThrownBy(() -> RateLimit.perUser(1, Duration.ofMillis(99)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a rate limit's window is from 100 milliseconds to 31 days, not PT0.099S");
    }
}
