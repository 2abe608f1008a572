package dev.aide.store.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimingTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private static List<String> times(Timing timing, String after, int count) {
        List<String> times = new ArrayList<>();
        Instant time = Instant.parse(after);
        for (int i = 0; i < count; i++) {
            time = timing.next(time).orElseThrow();
            times.add(time.toString());
        }
        return times;
    }

    @Test
    void cron_goes_by_the_clock_on_the_wall_of_its_zone() {
        assertThat(times(Timing.cron("30 3 * * 1-5", BERLIN), "2026-11-20T00:00:00Z", 3))
                .containsExactly("2026-11-20T02:30:00Z", "2026-11-23T02:30:00Z", "2026-11-24T02:30:00Z");
        assertThat(times(Timing.cron("0 12 * * *", ZoneId.of("UTC")), "2026-11-20T00:00:00Z", 1))
                .containsExactly("2026-11-20T12:00:00Z");
    }

    @Test
    void a_time_that_the_clocks_skip_runs_once_that_day() {
        // on 2026-03-29 there is no 02:30 in Berlin: 02:00 is followed by 03:00
        assertThat(times(Timing.cron("30 2 * * *", BERLIN), "2026-03-28T00:00:00Z", 3))
                .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
    }

    @Test
    void what_runs_every_hour_is_not_made_up_for_when_the_clocks_skip_one() {
        assertThat(times(Timing.cron("30 * * * *", BERLIN), "2026-03-29T00:00:00Z", 2))
                .containsExactly("2026-03-29T00:30:00Z", "2026-03-29T01:30:00Z");
    }

    @Test
    void what_runs_every_hour_runs_in_both_of_the_hours_that_the_clocks_repeat() {
        assertThat(times(Timing.cron("30 * * * *", BERLIN), "2026-10-25T00:00:00Z", 3))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2026-10-25T02:30:00Z");
    }

    @Test
    void a_time_that_the_clocks_repeat_runs_once_that_day() {
        // on 2026-10-25 there are two 02:30 in Berlin
        assertThat(times(Timing.cron("30 2 * * *", BERLIN), "2026-10-24T12:00:00Z", 2))
                .containsExactly("2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
    }

    @Test
    void an_interval_keeps_its_rhythm_when_runs_are_missed() {
        Timing every = Timing.every(Duration.ofMinutes(10));
        Instant due = Instant.parse("2026-01-01T00:00:00Z");

        assertThat(every.nextAfterNow(due, Instant.parse("2027-01-01T00:03:00Z")))
                .contains(Instant.parse("2027-01-01T00:10:00Z"));
        assertThat(every.nextAfterNow(due, due)).contains(Instant.parse("2026-01-01T00:10:00Z"));
    }

    @Test
    void what_cannot_be_read_is_refused() {
        assertThatThrownBy(() -> Timing.cron("61 * * * *", BERLIN)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Timing.every(Duration.ZERO)).hasMessage("an interval is 1 ms or more, not PT0S");
    }
}
