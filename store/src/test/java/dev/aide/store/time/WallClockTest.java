package dev.aide.store.time;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;

class WallClockTest {
    private final WallClock berlin = WallClock.in(Zone.EUROPE_BERLIN);
    // on 2026-03-29 02:00 is followed by 03:00, on 2026-10-25 03:00 by 02:00
    private final LocalDateTime skipped = LocalDateTime.parse("2026-03-29T02:30");
    private final LocalDateTime twice = LocalDateTime.parse("2026-10-25T02:30");

    @Test
    void a_naive_time_becomes_a_moment_and_comes_back() {
        LocalDateTime winter = LocalDateTime.parse("2026-11-23T09:00");
        LocalDateTime summer = LocalDateTime.parse("2026-07-23T09:00");

        assertThat(berlin.toInstant(winter)).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(berlin.toInstant(summer)).isEqualTo("2026-07-23T07:00:00Z");
        assertThat(berlin.toLocal(berlin.toInstant(summer))).isEqualTo(summer);
        assertThat(berlin.toZoned(berlin.toInstant(summer))).hasToString("2026-07-23T09:00+02:00[Europe/Berlin]");
        assertThat(WallClock.utc().toInstant(winter)).isEqualTo("2026-11-23T09:00:00Z");
        assertThat(WallClock.in(ZoneId.of("-03:30")).toInstant(winter)).isEqualTo("2026-11-23T12:30:00Z");
    }

    @Test
    void a_time_that_the_clocks_skip_or_show_twice_is_refused() {
        assertThatThrownBy(() -> berlin.toInstant(skipped))
                .isInstanceOf(DateTimeException.class)
                .hasMessage("the clocks of Europe/Berlin skip 2026-03-29T02:30: say which moment is meant with"
                        + " whenChanged(ClockChange.EARLIER) or LATER");
        assertThatThrownBy(() -> berlin.toInstant(twice))
                .hasMessage("the clocks of Europe/Berlin show 2026-10-25T02:30 twice: say which moment is meant with"
                        + " whenChanged(ClockChange.EARLIER) or LATER");
    }

    @Test
    void a_time_that_the_clocks_skip_or_show_twice_is_the_moment_that_was_chosen() {
        WallClock earlier = berlin.whenChanged(ClockChange.EARLIER);
        WallClock later = berlin.whenChanged(ClockChange.LATER);

        assertThat(earlier.toInstant(twice)).isEqualTo("2026-10-25T00:30:00Z");
        assertThat(later.toInstant(twice)).isEqualTo("2026-10-25T01:30:00Z");
        assertThat(earlier.toInstant(skipped)).isEqualTo("2026-03-29T00:30:00Z");
        assertThat(later.toInstant(skipped)).isEqualTo("2026-03-29T01:30:00Z");
    }

    @Test
    void a_day_begins_when_its_zone_says() {
        // Beirut's clocks skip the hour after midnight
        assertThat(WallClock.in(Zone.ASIA_BEIRUT).startOf(LocalDate.parse("2026-03-29")))
                .isEqualTo("2026-03-28T22:00:00Z");
        assertThat(WallClock.utc().startOf(LocalDate.EPOCH)).isEqualTo(Instant.EPOCH);
    }

    @Test
    void a_text_with_an_offset_names_its_moment_and_one_without_goes_by_the_clock() {
        assertThat(berlin.parse("2026-11-23T09:00")).isEqualTo("2026-11-23T08:00:00Z");
        assertThat(berlin.parse("2026-11-23T09:00:00.5Z")).isEqualTo("2026-11-23T09:00:00.5Z");
        assertThat(berlin.parse("2026-11-23T09:00-05:00[America/New_York]")).isEqualTo("2026-11-23T14:00:00Z");
        assertThatThrownBy(() -> berlin.parse("yesterday")).isInstanceOf(DateTimeParseException.class);
    }
}
