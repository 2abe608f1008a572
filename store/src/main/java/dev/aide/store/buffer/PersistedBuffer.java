package dev.aide.store.buffer;

import dev.aide.store.BoundStatement;
import dev.aide.store.Condition;
import dev.aide.store.DaemonThreads;
import dev.aide.store.Database;
import dev.aide.store.ErrorHook;
import dev.aide.store.Stoppable;
import dev.aide.store.TaskError;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Writes that survive the process before they are in their tables: each is first put into a journal, in a database of its
 * own or in the same, and applied from there, in the order of the journal. The future of a write completes when it is
 * durable in the journal; from then on it takes effect exactly once, whatever is killed, restarted or away for a while.
 *
 * <p>A write that the database refuses when it is applied goes to the error hook and is given up; the others go on.
 * Several processes may share a journal.
 *
 * <p>Made by {@link DatabaseBuffer.Builder#startPersisted}. Safe for use by many threads.
 */
public final class PersistedBuffer implements Stoppable {
    private final Database database;
    private final Database journalDatabase;
    private final Journal journal;
    private final DatabaseBuffer accepting;
    private final JournalApplier applier;
    private final Thread thread;
    private final ErrorHook onError;
    private final AtomicLong accepted = new AtomicLong();

    private PersistedBuffer(
            Database database,
            Database journalDatabase,
            Journal journal,
            JournalApplier applier,
            DatabaseBuffer accepting,
            ErrorHook onError) {
        this.database = database;
        this.journalDatabase = journalDatabase;
        this.journal = journal;
        this.applier = applier;
        this.accepting = accepting;
        this.onError = onError;
        thread = DaemonThreads.single("journal", applier);
    }

    /** Starts a buffer, which closes the handle on the journal's database when it is stopped. */
    static PersistedBuffer start(
            Database database,
            Database journalDatabase,
            String name,
            DatabaseBuffer.Builder accepting,
            ErrorHook onError) {
        try {
            Journal journal = Journal.open(journalDatabase, name);
            JournalApplier applier = JournalApplier.open(database, journal, onError);
            PersistedBuffer buffer =
                    new PersistedBuffer(database, journalDatabase, journal, applier, accepting.start(), onError);
            buffer.thread.start();
            return buffer;
        } catch (RuntimeException e) {
            journalDatabase.close();
            throw e;
        }
    }

    /** Inserts a row; the future completes when that is sure. */
    public CompletableFuture<Void> insert(String table, Object row) {
        return journal("insert " + table, row, () -> BoundStatement.insertion(database, table, row));
    }

    /** Updates the rows that the condition has when it is applied; the future completes when that is sure. */
    public CompletableFuture<Void> update(String table, Object values, Condition condition) {
        return journal("update " + table, values, () -> BoundStatement.update(database, table, values, condition));
    }

    /** Runs one statement of your own; the future completes when that is sure. */
    public CompletableFuture<Void> execute(String sql, Object... values) {
        return journal("execute " + sql, Arrays.asList(values), () -> BoundStatement.of(sql, values));
    }

    private CompletableFuture<Void> journal(String task, Object payload, Supplier<BoundStatement> writing) {
        BoundStatement statement;
        try {
            statement = writing.get();
        } catch (RuntimeException e) {
            // a row that does not fit its table is refused here, and not by the journal
            onError.report(TaskError.refused(task, payload, e.getMessage()));
            return CompletableFuture.failedFuture(e);
        }
        return accepting
                .write(task, statement.arguments(), session -> journal.append(session, task, statement))
                .thenAccept(this::accepted);
    }

    private void accepted(long number) {
        accepted.accumulateAndGet(number, Math::max);
        applier.call();
    }

    /** Waits until all that was accepted before is applied or refused; so long as the database is away, it waits. */
    public void flush() {
        accepting.flush();
        applier.awaitApplied(accepted.get());
    }

    /** What was done since the start; what waits is in the journal and not applied, of other processes too. */
    public BufferCounts counts() {
        return applier.counts(accepting.counts());
    }

    /**
     * Accepts no more writes and applies those that wait, as far as the database takes them now; the others stay in the
     * journal until the next start.
     */
    @Override
    public void stop() throws InterruptedException {
        accepting.stop();
        applier.stop();
        thread.join();
        journalDatabase.close();
    }
}
