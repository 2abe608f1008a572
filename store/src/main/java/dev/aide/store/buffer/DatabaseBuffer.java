package dev.aide.store.buffer;

import dev.aide.store.Condition;
import dev.aide.store.DaemonThreads;
import dev.aide.store.Database;
import dev.aide.store.ErrorHook;
import dev.aide.store.TaskError;
import dev.aide.store.Work;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/**
 * Writes from any thread that share commits: one thread takes all that wait and commits them together, in the order in
 * which they were given. Each write has a future, which completes when the write is durable, as the database's {@link
 * dev.aide.store.Durability} has it.
 *
 * <p>A write that the database refuses fails alone. Writes that wait are in memory: what has no completed future is gone
 * when the process dies. {@link Builder#startPersisted} makes a buffer whose writes survive that.
 *
 * <p>Safe for use by many threads.
 */
public final class DatabaseBuffer implements AutoCloseable {
    private final WaitingWrites waiting;
    private final GroupWriter writer;
    private final ErrorHook onError;
    private final Thread thread;

    private DatabaseBuffer(Builder builder) {
        waiting = new WaitingWrites(builder.capacity, builder.policy);
        onError = builder.onError;
        writer = new GroupWriter(builder.database, waiting, onError);
        thread = DaemonThreads.single("buffer", writer);
    }

    /** A buffer for 10,000 writes that makes callers wait when it is full, and logs errors. */
    public static DatabaseBuffer start(Database database) {
        return builder(database).start();
    }

    /** A buffer with options. */
    public static Builder builder(Database database) {
        return new Builder(database);
    }

    /** Inserts a row; the future has the key that {@link dev.aide.store.Access#insert} returns. */
    public CompletableFuture<Long> insert(String table, Object row) {
        Object copy = copy(row);
        return write("insert " + table, copy, session -> session.insert(table, copy));
    }

    /** Updates the rows of the condition; the future has their number. */
    public CompletableFuture<Integer> update(String table, Object values, Condition condition) {
        Object copy = copy(values);
        return write("update " + table, copy, session -> session.update(table, copy, condition));
    }

    /** Runs one statement of your own; the future has the number of rows that it changed. */
    public CompletableFuture<Integer> execute(String sql, Object... values) {
        List<Object> copy = Collections.unmodifiableList(Arrays.asList(values.clone()));
        return write("execute " + sql, copy, session -> session.execute(sql, copy.toArray()));
    }

    /** Runs several statements that belong together; the future has what the work returned. The work may run twice. */
    public <T> CompletableFuture<T> write(Work<T> work) {
        return write("write", null, work);
    }

    private static Object copy(Object row) {
        return row instanceof Map<?, ?> map ? new LinkedHashMap<>(map) : row;
    }

    <T> CompletableFuture<T> write(String task, Object payload, Work<T> work) {
        Write<T> write = new Write<>(task, payload, work);
        Write<?> given = waiting.offer(write);
        if (given != null) {
            giveUp(given, given == write && waiting.isClosed() ? "the buffer is stopped" : "the buffer is full");
        }
        return write.future();
    }

    private void giveUp(Write<?> write, String reason) {
        write.failed(new BufferException(reason + ", and '" + write.task() + "' was not written"));
        onError.report(TaskError.refused(write.task(), write.payload(), reason));
    }

    /** Waits until all that was accepted before is written or refused. */
    public void flush() {
        waiting.awaitEnded();
    }

    /** What was done since the start. */
    public BufferCounts counts() {
        return writer.counts();
    }

    /** Accepts no more writes, and returns when all that were accepted are written or refused. */
    public void stop() {
        waiting.close();
        waiting.awaitEnded();
    }

    /** The same as {@link #stop}. */
    @Override
    public void close() {
        stop();
    }

    /** Collects options. Not safe for use by several threads. */
    public static final class Builder {
        private final Database database;
        private int capacity = 10_000;
        private FullPolicy policy = FullPolicy.BLOCK;
        private ErrorHook onError = ErrorHook.log();
        private String journalName;

        private Builder(Database database) {
            this.database = database;
            this.journalName = database.toString();
        }

        /**
         * How many writes may wait in memory.
         *
         * @throws IllegalArgumentException if less than 1
         */
        public Builder capacity(int capacity) {
            if (capacity < 1) {
                throw new IllegalArgumentException("a buffer has room for 1 write or more, not " + capacity);
            }
            this.capacity = capacity;
            return this;
        }

        /** What happens when so many wait. */
        public Builder whenFull(FullPolicy policy) {
            this.policy = policy;
            return this;
        }

        /** Told of each write that fails, on the thread that writes or, for a full buffer, on the caller's. */
        public Builder onError(Consumer<TaskError> hook) {
            this.onError = ErrorHook.of(hook);
            return this;
        }

        /**
         * The name of a persisted buffer's journal: the one of that name goes on after a restart. The database's file, or
         * its URL without parameters, unless changed.
         */
        public Builder journalName(String journalName) {
            this.journalName = journalName;
            return this;
        }

        /**
         * Starts a buffer with a journal in the default file, see {@link Database#openDefault}.
         *
         * @throws dev.aide.store.StoreException if that cannot be written to
         */
        public PersistedBuffer startPersisted() {
            return startOn(Database.openDefault());
        }

        /** Starts a buffer with a journal in a database, which may be the same one. */
        public PersistedBuffer startPersisted(Database journal) {
            return startOn(journal.share());
        }

        private PersistedBuffer startOn(Database journal) {
            Builder accepting = new Builder(journal);
            accepting.capacity = capacity;
            accepting.policy = policy;
            accepting.onError = onError;
            return PersistedBuffer.start(database, journal, journalName, accepting, onError);
        }

        /** Starts the buffer. */
        public DatabaseBuffer start() {
            DatabaseBuffer buffer = new DatabaseBuffer(this);
            buffer.thread.start();
            return buffer;
        }
    }
}
