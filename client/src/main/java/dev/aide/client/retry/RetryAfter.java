package dev.aide.client.retry;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Reads the Retry-After header (RFC 9110, section 10.2.3): seconds, or a date.
 *
 * <p>Has no state and is safe for use by any thread.
 */
public final class RetryAfter {
    private RetryAfter() {}

    /**
     * Reads a header value.
     *
     * @param value the value, {@code 120} or {@code Fri, 31 Dec 2027 23:59:59 GMT}
     * @param clock tells what the date is measured from
     * @return how long to wait, zero for a date that has passed; empty if the value is neither
     */
    public static Optional<Duration> parse(String value, Clock clock) {
        String text = value.strip();
        if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            // more digits than that are centuries: the caller caps it anyway
            return Optional.of(Duration.ofSeconds(Long.parseLong(text.substring(0, Math.min(text.length(), 12)))));
        }
        try {
            Instant date = ZonedDateTime.parse(text, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            Duration wait = Duration.between(clock.instant(), date);
            return Optional.of(wait.isNegative() ? Duration.ZERO : wait);
        } catch (DateTimeException notADate) {
            return Optional.empty();
        }
    }
}
