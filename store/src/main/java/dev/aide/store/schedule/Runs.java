package dev.aide.store.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Decides which run is due and takes it, so that nobody else does. Safe for use by many threads. */
final class Runs {
    private static final Duration LATE = Duration.ofSeconds(10);

    private final RunStore store;
    private final Clock clock;
    private final Duration lease;

    Runs(RunStore store, Clock clock, Duration lease) {
        this.store = store;
        this.clock = clock;
        this.lease = lease;
    }

    void register(Schedule schedule) {
        store.register(schedule.name(), schedule.timing(), schedule.timing().first(clock.instant()));
    }

    /** How long until it could be due; empty if it has ended. */
    Optional<Duration> untilDue(Schedule schedule) {
        return store.read(schedule.name())
                .filter(state -> state.due() != null)
                .map(state -> Duration.between(clock.instant(), state.due()));
    }

    /** Takes the run that is due, if there is one and it is not going already. */
    Optional<Run> take(Schedule schedule) {
        Instant now = clock.instant();
        RunState state = store.read(schedule.name()).orElse(null);
        if (state == null) {
            return Optional.empty();
        }
        if (isStranded(schedule.timing(), state, now)) {
            store.claim(schedule.name(), state, schedule.timing().first(now), null);
            return Optional.empty();
        }
        if (!state.isDue(now) || state.isRunning(now, lease)) {
            return Optional.empty();
        }
        if (schedule.missed() == MissedRuns.SKIP && state.due().plus(LATE).isBefore(now)) {
            store.claim(
                    schedule.name(),
                    state,
                    schedule.timing().nextAfterNow(state.due(), now).orElse(null),
                    null);
            return Optional.empty();
        }
        return claim(schedule, state, now);
    }

    // an interval that ends later than any that begins now is from before the clock was set back
    private static boolean isStranded(Timing timing, RunState state, Instant now) {
        return timing instanceof Timing.Every
                && state.due() != null
                && state.due().isAfter(timing.first(now));
    }

    private Optional<Run> claim(Schedule schedule, RunState state, Instant now) {
        Instant next = next(schedule, state.due(), now);
        // without overlap the due time stays until the run has ended, so that a run that dies is run again
        boolean taken = schedule.overlapping()
                ? store.claim(schedule.name(), state, next, null)
                : store.claim(schedule.name(), state, state.due(), now.plus(lease));
        return taken ? Optional.of(new Run(schedule, state.claim() + 1, next)) : Optional.empty();
    }

    private static Instant next(Schedule schedule, Instant due, Instant now) {
        return (schedule.missed() == MissedRuns.RUN_ALL
                        ? schedule.timing().next(due)
                        : schedule.timing().nextAfterNow(due, now))
                .orElse(null);
    }

    void extend(Run run) {
        if (!run.schedule().overlapping()) {
            store.extend(run.schedule().name(), run.claim(), clock.instant().plus(lease));
        }
    }

    void finish(Run run) {
        if (!run.schedule().overlapping()) {
            store.finish(run.schedule().name(), run.claim(), run.next());
        }
    }

    void remove(String name) {
        store.remove(name);
    }
}
