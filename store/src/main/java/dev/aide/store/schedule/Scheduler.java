package dev.aide.store.schedule;

import dev.aide.store.DaemonThreads;
import dev.aide.store.Database;
import dev.aide.store.Stoppable;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs work at its time: {@code scheduler.runEvery("poll", Duration.ofSeconds(5), () -> …)}.
 *
 * <p>In memory, schedules end with the process. On a database each run happens once across all processes that have
 * registered the name; the state stays, so that runs missed while no process was there are made up for as {@link
 * MissedRuns} says, and a one-time run that has happened does not happen again. A run that dies with its process is run
 * again when its lease has run out.
 *
 * <p>Safe for use by many threads.
 */
public final class Scheduler implements Stoppable {
    private static final Logger LOG = LoggerFactory.getLogger(Scheduler.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Map<String, Schedule> schedules = new ConcurrentHashMap<>();
    private final Set<Run> running = ConcurrentHashMap.newKeySet();
    private final Semaphore wakeup = new Semaphore(0);
    private final Database database;
    private final Runs runs;
    private final Duration lease;
    private final Duration grace;
    private final Consumer<RunError> onError;
    private final ExecutorService workers;
    private final Thread timer;
    private volatile boolean stopping;
    private long extendedAt = System.nanoTime();

    private Scheduler(Builder builder) {
        database = builder.database.get();
        RunStore store = database == null ? new MemoryRuns() : DatabaseRuns.on(database);
        runs = new Runs(store, builder.clock, builder.lease);
        lease = builder.lease;
        grace = builder.grace;
        onError = builder.onError;
        workers = Executors.newCachedThreadPool(DaemonThreads.named("run"));
        timer = DaemonThreads.single("timer", this::keepTime);
    }

    /** A scheduler with options. */
    public static Builder builder() {
        return new Builder();
    }

    /** Runs once, as soon as possible; on a database once ever under this name. */
    public void runOnce(String name, Schedule.Action action) {
        add(Schedule.of(name, Timing.once(), action));
    }

    /** Runs once, at a moment. */
    public void runAt(String name, Instant moment, Schedule.Action action) {
        add(Schedule.of(name, Timing.at(moment), action));
    }

    /** Runs every so often, for the first time after one interval. */
    public void runEvery(String name, Duration interval, Schedule.Action action) {
        add(Schedule.of(name, Timing.every(interval), action));
    }

    /** Runs by a Unix cron expression of five fields, in a time zone. */
    public void cron(String name, String expression, ZoneId zone, Schedule.Action action) {
        add(Schedule.of(name, Timing.cron(expression, zone), action));
    }

    /**
     * Adds a schedule. One on a database that is there with the same timing goes on as it stands.
     *
     * @throws IllegalArgumentException if this scheduler has one of that name
     */
    public void add(Schedule schedule) {
        if (schedules.putIfAbsent(schedule.name(), schedule) != null) {
            throw new IllegalArgumentException(
                    "there is a schedule named '" + schedule.name() + "': cancel it, or choose another name");
        }
        runs.register(schedule);
        wakeup.release();
    }

    /**
     * Ends a schedule, on a database for all processes; a run that is going goes on.
     *
     * @return whether there was one of that name here
     */
    public boolean cancel(String name) {
        boolean there = schedules.remove(name) != null;
        runs.remove(name);
        return there;
    }

    private void keepTime() {
        try {
            while (!stopping) {
                Duration sleep = runAllDue();
                if (wakeup.tryAcquire(sleep.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeup.drainPermits();
                }
            }
        } catch (InterruptedException e) {
            LOG.warn("the scheduler's timer was interrupted and ends");
        }
    }

    /** Starts what is due; returns how long to sleep. */
    private Duration runAllDue() {
        Duration sleep = POLL;
        try {
            extendLeases();
            for (Schedule schedule : schedules.values()) {
                runs.take(schedule).ifPresent(this::start);
                Duration until = runs.untilDue(schedule).orElse(POLL);
                // what is due and still going is looked at when it ends, or at the next poll
                sleep = until.toMillis() > 0 && until.compareTo(sleep) < 0 ? until : sleep;
            }
        } catch (RuntimeException e) {
            LOG.warn("the schedules could not be read, trying again: {}", e.getMessage());
        }
        return sleep;
    }

    private void extendLeases() {
        if (System.nanoTime() - extendedAt > lease.toNanos() / 3) {
            extendedAt = System.nanoTime();
            running.forEach(runs::extend);
        }
    }

    private void start(Run run) {
        running.add(run);
        workers.execute(() -> {
            try {
                run.schedule().action().run();
            } catch (Throwable e) {
                // the barrier: a run that fails must not end its schedule
                report(run.schedule(), e);
            } finally {
                end(run);
            }
        });
    }

    private void end(Run run) {
        running.remove(run);
        try {
            runs.finish(run);
        } catch (RuntimeException e) {
            LOG.warn(
                    "the end of '{}' could not be written: it will run again when its lease has run out: {}",
                    run.schedule().name(),
                    e.getMessage());
        }
        wakeup.release();
    }

    private void report(Schedule schedule, Throwable error) {
        StringWriter trace = new StringWriter();
        error.printStackTrace(new PrintWriter(trace));
        try {
            onError.accept(new RunError(schedule.name(), schedule.timing().kind(), error.toString(), trace.toString()));
        } catch (RuntimeException e) {
            LOG.error("the error hook itself failed on '{}': {}", schedule.name(), error.toString(), e);
        }
    }

    /** Starts no more runs, and gives those that are going the grace period, then interrupts them. */
    @Override
    public void stop() throws InterruptedException {
        stopping = true;
        wakeup.release();
        timer.join();
        if (!DaemonThreads.finish(workers, grace)) {
            workers.shutdownNow();
        }
        if (database != null) {
            database.close();
        }
    }

    /** Collects options. Not safe for use by several threads. */
    public static final class Builder {
        private Supplier<Database> database = () -> null;
        private Clock clock = Clock.systemUTC();
        private Duration lease = Duration.ofMinutes(1);
        private Duration grace = Duration.ofSeconds(30);
        private Consumer<RunError> onError =
                error -> LOG.error("'{}' ({}) failed: {}", error.name(), error.kind(), error.trace());

        private Builder() {}

        /** Keeps the schedules in a database; in memory unless this or {@link #persistent} is called. */
        public Builder database(Database database) {
            this.database = database::share;
            return this;
        }

        /** Keeps the schedules in the default file, see {@link Database#openDefault}. */
        public Builder persistent() {
            this.database = Database::openDefault;
            return this;
        }

        /** The time; the system's unless changed. */
        public Builder clock(Clock clock) {
            this.clock = clock;
            return this;
        }

        /** After how long without a sign a run is taken for dead and run again; 1 minute unless changed. */
        public Builder lease(Duration lease) {
            this.lease = lease;
            return this;
        }

        /** How long a stop waits for runs that are going; 30 seconds unless changed. */
        public Builder grace(Duration grace) {
            this.grace = grace;
            return this;
        }

        /** Told of each run that fails. */
        public Builder onError(Consumer<RunError> hook) {
            this.onError = hook;
            return this;
        }

        /**
         * Starts the scheduler.
         *
         * @throws dev.aide.store.StoreException if the default file is to be used and cannot be written to
         */
        public Scheduler start() {
            Scheduler scheduler = new Scheduler(this);
            scheduler.timer.start();
            return scheduler;
        }
    }
}
