package dev.aide.store.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.store.OnBothDatabases;
import dev.aide.store.queue.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class PersistentSchedulerTest extends OnBothDatabases {
    private static final Duration LEASE = Duration.ofMinutes(1);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-11-23T00:00:30Z"));

    private Runs runs() {
        return new Runs(DatabaseRuns.on(db), clock, LEASE);
    }

    private static Schedule everyMinute() {
        return Schedule.of("report", Timing.cron("* * * * *", ZoneOffset.UTC), () -> {});
    }

    @Test
    void each_run_is_taken_once_across_processes() {
        Runs one = runs();
        Runs two = runs();
        one.register(everyMinute());
        two.register(everyMinute());
        assertThat(one.take(everyMinute())).isEmpty();

        clock.advance(Duration.ofSeconds(30));
        Run run = one.take(everyMinute()).orElseThrow();
        assertThat(two.take(everyMinute())).isEmpty();
        one.finish(run);
        assertThat(two.take(everyMinute())).isEmpty();
        clock.advance(Duration.ofMinutes(1));
        assertThat(two.take(everyMinute())).isPresent();
        assertThat(one.take(everyMinute())).isEmpty();
    }

    @Test
    void a_run_that_died_is_taken_again_and_its_late_end_changes_nothing() {
        Runs runs = runs();
        runs.register(everyMinute());
        clock.advance(Duration.ofSeconds(30));
        Run died = runs.take(everyMinute()).orElseThrow();
        clock.advance(LEASE.dividedBy(2));
        runs.extend(died);
        clock.advance(LEASE.dividedBy(2));
        assertThat(runs.take(everyMinute())).isEmpty();

        clock.advance(LEASE);
        Run again = runs.take(everyMinute()).orElseThrow();
        runs.finish(died);
        assertThat(runs.take(everyMinute())).isEmpty();
        runs.finish(again);
        assertThat(again.next()).isEqualTo(Instant.parse("2026-11-23T00:04:00Z"));
    }

    @Test
    void missed_runs_are_made_up_for_as_the_policy_says() {
        assertThat(runsAfterFiveMinutes(MissedRuns.RUN_ONCE)).isEqualTo(1);
        assertThat(runsAfterFiveMinutes(MissedRuns.RUN_ALL)).isEqualTo(5);
        assertThat(runsAfterFiveMinutes(MissedRuns.SKIP)).isZero();
    }

    private int runsAfterFiveMinutes(MissedRuns policy) {
        Runs runs = runs();
        Schedule schedule = Schedule.of("with " + policy, Timing.every(Duration.ofMinutes(1)), () -> {})
                .withMissed(policy);
        runs.register(schedule);
        clock.advance(Duration.ofMinutes(5).plusSeconds(30));
        int count = 0;
        for (Optional<Run> run = runs.take(schedule); run.isPresent(); run = runs.take(schedule)) {
            count++;
            runs.finish(run.orElseThrow());
        }
        clock.advance(Duration.ofSeconds(30));
        assertThat(runs.take(schedule)).isPresent();
        return count;
    }

    @Test
    void a_schedule_goes_on_after_a_restart_unless_its_timing_changed() {
        runs().register(everyMinute());
        clock.advance(Duration.ofHours(1));
        runs().register(everyMinute());
        assertThat(runs().take(everyMinute())).isPresent();

        Schedule changed = Schedule.of("report", Timing.every(Duration.ofHours(1)), () -> {});
        runs().register(changed);
        assertThat(runs().untilDue(changed)).contains(Duration.ofHours(1));
    }

    @Test
    void many_schedulers_run_each_once() {
        AtomicInteger once = new AtomicInteger();
        AtomicInteger later = new AtomicInteger();
        List<Scheduler> schedulers = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Scheduler scheduler = Scheduler.builder().database(db).start();
            scheduler.runOnce("migrate", once::incrementAndGet);
            scheduler.runAt("launch", Instant.parse("2026-01-01T00:00:00Z"), later::incrementAndGet);
            schedulers.add(scheduler);
        }
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() -> db.fetch("aide_schedule").where("due IS NULL").count() == 2);
        schedulers.forEach(Scheduler::close);
        try (Scheduler next = Scheduler.builder().database(db).start()) {
            next.runOnce("migrate", once::incrementAndGet);
            AtomicInteger other = new AtomicInteger();
            next.runOnce("other", other::incrementAndGet);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> other.get() == 1);
        }
        assertThat(once).hasValue(1);
        assertThat(later).hasValue(1);
    }
}
