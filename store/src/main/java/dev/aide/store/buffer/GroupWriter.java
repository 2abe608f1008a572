package dev.aide.store.buffer;

import dev.aide.store.Database;
import dev.aide.store.ErrorHook;
import dev.aide.store.Session;
import dev.aide.store.StoreException;
import dev.aide.store.TaskError;
import dev.aide.store.sql.FailureReason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes: it takes all writes that wait, applies them in one transaction, and tells their callers
 * once it is committed. Its counts may be read by any thread.
 */
final class GroupWriter implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(GroupWriter.class);
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final WaitingWrites waiting;
    private final ErrorHook onError;
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();

    GroupWriter(Database database, WaitingWrites waiting, ErrorHook onError) {
        this.database = database;
        this.waiting = waiting;
        this.onError = onError;
    }

    @Override
    public void run() {
        List<Write<?>> batch = waiting.take(AT_ONCE);
        while (!batch.isEmpty()) {
            write(batch);
            waiting.ended(batch.size());
            batch = waiting.take(AT_ONCE);
        }
    }

    private void write(List<Write<?>> batch) {
        List<Write<?>> good = new ArrayList<>();
        Map<Write<?>, Throwable> bad = new LinkedHashMap<>();
        try {
            database.useTransaction(transaction -> batch.forEach(write -> write.apply(transaction)));
            commits.incrementAndGet();
            good.addAll(batch);
        } catch (Throwable e) {
            // whatever a write throws, the others go on and each caller hears of his own
            writeApart(batch, e, good, bad);
        }
        committed(good);
        bad.forEach(this::refused);
    }

    /** Nothing of the batch is there: finds those that fail, and commits the others. */
    private void writeApart(List<Write<?>> batch, Throwable error, List<Write<?>> good, Map<Write<?>, Throwable> bad) {
        Throwable last = error;
        boolean again = !isOfTheWhole(error) || isWorthAnotherTry(error);
        while (again) {
            good.clear();
            bad.clear();
            try {
                database.useTransaction(transaction -> batch.forEach(write -> apply(write, transaction, good, bad)));
                commits.incrementAndGet();
                return;
            } catch (RuntimeException e) {
                LOG.warn("{} writes could not be committed: {}", batch.size(), e.getMessage());
                last = e;
                again = isWorthAnotherTry(e);
            }
        }
        good.clear();
        bad.clear();
        if (batch.size() == 1 || mayBeThere(last)) {
            for (Write<?> write : batch) {
                bad.put(write, last);
            }
            return;
        }
        // what fails at the commit only, such as a deferred constraint, must not take the others along
        batch.forEach(write -> writeAlone(write, good, bad));
    }

    private void writeAlone(Write<?> write, List<Write<?>> good, Map<Write<?>, Throwable> bad) {
        try {
            database.useTransaction(write::apply);
            commits.incrementAndGet();
            good.add(write);
        } catch (Throwable e) {
            bad.put(write, e);
        }
    }

    // what the transaction as a whole died of must not be taken for one write's own failure
    private static void apply(Write<?> write, Session transaction, List<Write<?>> good, Map<Write<?>, Throwable> bad) {
        try {
            transaction.useTransaction(write::apply);
            good.add(write);
        } catch (Throwable e) {
            if (isOfTheWhole(e)) {
                throw e;
            }
            bad.put(write, e);
        }
    }

    private static boolean isOfTheWhole(Throwable error) {
        return error instanceof StoreException e && !e.reason().isOfOneStatement();
    }

    private static boolean mayBeThere(Throwable error) {
        return error instanceof StoreException e && e.reason() == FailureReason.OUTCOME_UNKNOWN;
    }

    private boolean isWorthAnotherTry(Throwable error) {
        return error instanceof StoreException e && e.isWorthAnotherTry() && !waiting.isClosed();
    }

    private void committed(List<Write<?>> writes) {
        written.addAndGet(writes.size());
        writes.forEach(Write::committed);
    }

    private void refused(Write<?> write, Throwable error) {
        failed.incrementAndGet();
        write.failed(error);
        onError.report(
                error instanceof StoreException
                        ? TaskError.refused(write.task(), write.payload(), error.getMessage())
                        : TaskError.crashed(write.task(), write.payload(), error));
    }

    BufferCounts counts() {
        return waiting.counts(written.get(), failed.get(), commits.get());
    }
}
