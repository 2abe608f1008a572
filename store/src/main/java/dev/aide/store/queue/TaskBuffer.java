package dev.aide.store.queue;

import dev.aide.store.DaemonThreads;
import dev.aide.store.Database;
import dev.aide.store.ErrorHook;
import dev.aide.store.Session;
import dev.aide.store.Stoppable;
import dev.aide.store.TaskError;
import dev.aide.store.buffer.DatabaseBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/**
 * Workers for tasks of several types, each type with its handler and its own {@link PersistentQueue}: {@code
 * TaskBuffer.builder(db).handler("mail", task -> …).workers(4).start()}.
 *
 * <p>Tasks survive restart and crash; one that crashed its process is tried again. Several processes may run the same
 * types on one database. Within a type the highest priority goes first; the types take turns.
 *
 * <p>Safe for use by many threads.
 */
public final class TaskBuffer implements Stoppable {
    private static final Duration DRAIN_CHECK = Duration.ofMillis(20);

    private final Database database;
    private final Database.Subscription signals;
    private final Map<String, TaskType> types;
    private final RunningTasks running = new RunningTasks();
    private final DatabaseBuffer endings;
    private final ExecutorService workers;
    private final Heartbeat heartbeat;
    private final Dispatcher dispatcher;
    private final Duration grace;

    private TaskBuffer(Builder builder) {
        database = builder.database == null ? Database.openDefault() : builder.database.share();
        types = builder.types(database);
        grace = builder.grace;
        endings = DatabaseBuffer.start(database);
        workers = Executors.newFixedThreadPool(builder.workers, DaemonThreads.named("worker"));
        heartbeat = new Heartbeat(running, builder.options.lease());
        dispatcher = new Dispatcher(
                List.copyOf(types.values()),
                workers,
                builder.workers,
                new TaskRunner(running, endings, builder.onError),
                running,
                builder.pollInterval);
        Set<String> queues =
                types.values().stream().map(type -> type.queue().name()).collect(Collectors.toSet());
        signals = database.onSignal(name -> {
            if (queues.contains(name)) {
                dispatcher.wakeUp();
            }
        });
    }

    /** A task buffer in the default file, see {@link Database#openDefault}, with options. */
    public static Builder builder() {
        return new Builder(null);
    }

    /** A task buffer with options. */
    public static Builder builder(Database database) {
        return new Builder(database);
    }

    /**
     * Pushes a task.
     *
     * @return its number
     * @throws IllegalArgumentException if there is no handler for the type
     */
    public long push(String type, Object payload) {
        return push(type, NewJob.of(payload));
    }

    /**
     * Pushes a task with priority, delay or key.
     *
     * @return its number, or that of the unfinished one that has the same key
     * @throws IllegalArgumentException if there is no handler for the type
     */
    public long push(String type, NewJob task) {
        return queue(type).push(task);
    }

    /** Pushes a task as part of the caller's transaction. */
    public long push(Session session, String type, NewJob task) {
        return queue(type).in(session).push(task);
    }

    /**
     * The queue of a type: to look at, pause or requeue.
     *
     * @throws IllegalArgumentException if there is no handler for the type
     */
    public PersistentQueue queue(String type) {
        TaskType known = types.get(type);
        if (known == null) {
            throw new IllegalArgumentException(
                    "no handler for tasks of type '" + type + "'; there are " + types.keySet());
        }
        return known.queue();
    }

    /** Deletes complete and dead tasks that ended longer ago than this; returns how many. */
    public long cleanup(Duration maxAge) {
        return types.values().stream()
                .mapToLong(type -> type.queue().purge(JobState.COMPLETE, maxAge)
                        + type.queue().purge(JobState.DEAD, maxAge))
                .sum();
    }

    /** Waits until no task is ready or being worked on; those that wait for a later time are left. For tests. */
    public void drain() throws InterruptedException {
        while (!isDrained()) {
            TimeUnit.NANOSECONDS.sleep(DRAIN_CHECK.toNanos());
        }
    }

    private boolean isDrained() {
        return types.values().stream()
                .map(type -> type.queue().counts())
                .allMatch(counts -> counts.get(JobState.READY) == 0 && counts.get(JobState.CLAIMED) == 0);
    }

    /**
     * Claims no more tasks, gives those that run the grace period to finish, interrupts the others and gives their tasks
     * back, to be claimed again by anybody.
     */
    @Override
    public void stop() throws InterruptedException {
        dispatcher.stop();
        if (!DaemonThreads.finish(workers, grace)) {
            running.giveBack();
            workers.shutdownNow();
        }
        heartbeat.stop();
        endings.stop();
        signals.close();
        database.close();
    }

    private TaskBuffer started() {
        DaemonThreads.single("heartbeat", heartbeat).start();
        DaemonThreads.single("dispatcher", dispatcher).start();
        return this;
    }

    /** Collects handlers and options. Not safe for use by several threads. */
    public static final class Builder {
        private final Database database;
        private final Map<String, TaskHandler> handlers = new LinkedHashMap<>();
        private final Map<String, Integer> concurrency = new LinkedHashMap<>();
        private String name = "tasks";
        private int workers = 4;
        private Duration pollInterval = Duration.ofSeconds(1);
        private Duration grace = Duration.ofSeconds(30);
        private QueueOptions options = QueueOptions.standard();
        private ErrorHook onError = ErrorHook.log();

        private Builder(Database database) {
            this.database = database;
        }

        /** The name before the types in the names of the queues; "tasks" unless changed. */
        public Builder name(String name) {
            this.name = name;
            return this;
        }

        /** What does the tasks of a type. */
        public Builder handler(String type, TaskHandler handler) {
            handlers.put(type, handler);
            return this;
        }

        /** How many tasks of a type may run at once in this process; as many as there are workers unless changed. */
        public Builder concurrency(String type, int atOnce) {
            concurrency.put(type, atOnce);
            return this;
        }

        /**
         * How many tasks may run at once; 4 unless changed.
         *
         * @throws IllegalArgumentException if less than 1
         */
        public Builder workers(int workers) {
            if (workers < 1) {
                throw new IllegalArgumentException("a task buffer needs 1 worker or more, not " + workers);
            }
            this.workers = workers;
            return this;
        }

        /**
         * How often to look for tasks that nobody has told of: delayed ones, those of workers that died and, on SQLite,
         * what other processes have pushed; 1 second unless changed.
         */
        public Builder pollInterval(Duration pollInterval) {
            this.pollInterval = pollInterval;
            return this;
        }

        /** How long a stop waits for tasks that run; 30 seconds unless changed. */
        public Builder grace(Duration grace) {
            this.grace = grace;
            return this;
        }

        /** Lease, attempts and backoff of all types. */
        public Builder options(QueueOptions options) {
            this.options = options;
            return this;
        }

        /** Told of each failed attempt: with a stack trace it crashed, without one the handler refused. */
        public Builder onError(Consumer<TaskError> hook) {
            this.onError = ErrorHook.of(hook);
            return this;
        }

        private Map<String, TaskType> types(Database database) {
            Map<String, TaskType> types = new LinkedHashMap<>();
            handlers.forEach((type, handler) -> types.put(
                    type,
                    new TaskType(
                            type,
                            PersistentQueue.on(database, name + "/" + type, options),
                            handler,
                            concurrency.getOrDefault(type, workers))));
            return types;
        }

        /**
         * Starts the workers.
         *
         * @throws IllegalArgumentException if a concurrency is given for a type without a handler
         * @throws dev.aide.store.StoreException if the default file is to be used and cannot be written to
         */
        public TaskBuffer start() {
            List<String> unknown = new ArrayList<>(concurrency.keySet());
            unknown.removeAll(handlers.keySet());
            if (!unknown.isEmpty()) {
                throw new IllegalArgumentException("a concurrency for " + unknown + ", which have no handler");
            }
            return new TaskBuffer(this).started();
        }
    }
}
