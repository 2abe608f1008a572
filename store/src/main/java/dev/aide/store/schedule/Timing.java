package dev.aide.store.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;

/** When something runs. Implementations are immutable. */
public sealed interface Timing permits Timing.Once, Timing.At, Timing.Every, CronTiming {

    /** Once, as soon as possible. */
    static Timing once() {
        return new Once();
    }

    /** Once, at a moment. */
    static Timing at(Instant moment) {
        return new At(moment);
    }

    /**
     * Every so often, for the first time after one interval; later runs keep the rhythm, however long each takes.
     *
     * @throws IllegalArgumentException if the interval is shorter than a millisecond
     */
    static Timing every(Duration interval) {
        if (interval.toMillis() < 1) {
            throw new IllegalArgumentException("an interval is 1 ms or more, not " + interval);
        }
        return new Every(interval);
    }

    /**
     * By a Unix cron expression of five fields, in a time zone: {@code cron("30 2 * * *", ZoneId.of("Europe/Berlin"))}.
     *
     * <p>When the clocks go forward, a time of day that is left out runs at the moment of the change; when they go back, a
     * time of day that comes twice runs the first time only. What runs every hour or more often goes on as if nothing were.
     *
     * @throws IllegalArgumentException if the expression cannot be read
     */
    static Timing cron(String expression, ZoneId zone) {
        return CronTiming.parse(expression, zone);
    }

    /** {@code once}, {@code at}, {@code every} or {@code cron}. */
    String kind();

    /** The first time when it is registered now; null if there never is one. */
    Instant first(Instant now);

    /** The next time after a time, if there is one. */
    Optional<Instant> next(Instant after);

    /** The next time after one that was due, but after now: what lies between is left out, the rhythm is kept. */
    default Optional<Instant> nextAfterNow(Instant due, Instant now) {
        return next(due.isAfter(now) ? due : now);
    }

    /** See {@link #once}. */
    record Once() implements Timing {
        @Override
        public String kind() {
            return "once";
        }

        @Override
        public Instant first(Instant now) {
            return now;
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.empty();
        }
    }

    /** See {@link #at}. */
    record At(Instant moment) implements Timing {
        @Override
        public String kind() {
            return "at";
        }

        @Override
        public Instant first(Instant now) {
            return moment;
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.empty();
        }
    }

    /** See {@link #every}. */
    record Every(Duration interval) implements Timing {
        @Override
        public String kind() {
            return "every";
        }

        @Override
        public Instant first(Instant now) {
            return now.plus(interval);
        }

        @Override
        public Optional<Instant> next(Instant after) {
            return Optional.of(after.plus(interval));
        }

        @Override
        public Optional<Instant> nextAfterNow(Instant due, Instant now) {
            long missed = due.isAfter(now) ? 0 : Duration.between(due, now).dividedBy(interval);
            return Optional.of(due.plus(interval.multipliedBy(missed + 1)));
        }
    }
}
