package dev.aide.store.buffer;

import dev.aide.store.Database;
import dev.aide.store.ErrorHook;
import dev.aide.store.Session;
import dev.aide.store.StoreException;
import dev.aide.store.TaskError;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread that applies a journal to its database. Its other methods are safe for use by many threads. */
final class JournalApplier implements Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalApplier.class);
    private static final int AT_ONCE = 500;
    // what another process has journalled and not applied, and what could not be applied, is looked for so often
    private static final long LOOK_NANOS = Duration.ofSeconds(1).toNanos();

    private final Database database;
    private final Journal journal;
    private final JournalMark mark;
    private final ErrorHook onError;
    private final AtomicLong applied = new AtomicLong();
    private final AtomicLong failed = new AtomicLong();
    private final AtomicLong commits = new AtomicLong();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long last;
    private long wanted;
    private boolean called;
    private boolean stopping;

    private JournalApplier(Database database, Journal journal, JournalMark mark, long last, ErrorHook onError) {
        this.database = database;
        this.journal = journal;
        this.mark = mark;
        this.last = last;
        this.onError = onError;
    }

    static JournalApplier open(Database database, Journal journal, ErrorHook onError) {
        JournalMark mark = new JournalMark(database, journal.id());
        long last = mark.open();
        journal.continueAfter(last);
        return new JournalApplier(database, journal, mark, last, onError);
    }

    @Override
    public void run() {
        boolean more = true;
        while (more) {
            more = awaitCall();
            applyAll();
        }
    }

    /** Whether there will be another call. */
    private boolean awaitCall() {
        lock.lock();
        try {
            long left = LOOK_NANOS;
            while (!called && !stopping && left > 0) {
                left = changed.awaitNanos(left);
            }
            called = false;
            return !stopping;
        } catch (InterruptedException e) {
            LOG.warn("the thread that applies a journal was interrupted and ends; the rest is applied after a restart");
            return false;
        } finally {
            lock.unlock();
        }
    }

    private void applyAll() {
        try {
            List<JournalEntry> next = journal.after(last(), AT_ONCE);
            while (!next.isEmpty()) {
                apply(next);
                next = journal.after(last(), AT_ONCE);
            }
            if (isBehind()) {
                // another process has applied what somebody here waits for
                advance(mark.read());
            }
        } catch (RuntimeException e) {
            LOG.warn("journalled writes wait, since they cannot be applied now: {}", e.getMessage());
        }
    }

    private void apply(List<JournalEntry> entries) {
        try {
            applyTogether(entries);
        } catch (StoreException e) {
            if (!e.reason().isOfOneStatement()) {
                throw e;
            }
            // one was refused at the commit, as by a deferred constraint
            entries.forEach(this::applyAlone);
        }
    }

    private void applyAlone(JournalEntry entry) {
        try {
            applyTogether(List.of(entry));
        } catch (StoreException e) {
            if (!e.reason().isOfOneStatement()) {
                throw e;
            }
            database.useTransaction(transaction -> mark.moveTo(transaction, entry.number()));
            ended(entry.number(), 0, Map.of(entry, e));
        }
    }

    private void applyTogether(List<JournalEntry> entries) {
        long upTo = entries.get(entries.size() - 1).number();
        Map<JournalEntry, RuntimeException> refused = new LinkedHashMap<>();
        long count = database.inTransaction(transaction -> {
            refused.clear();
            long before = mark.lock(transaction);
            // another process may have been here
            List<JournalEntry> open =
                    entries.stream().filter(entry -> entry.number() > before).toList();
            open.forEach(entry -> apply(entry, transaction, refused));
            mark.moveTo(transaction, upTo);
            return (long) open.size();
        });
        commits.incrementAndGet();
        ended(upTo, count - refused.size(), refused);
    }

    private static void apply(JournalEntry entry, Session transaction, Map<JournalEntry, RuntimeException> refused) {
        try {
            transaction.useTransaction(entry.statement()::runIn);
        } catch (StoreException e) {
            if (!e.reason().isOfOneStatement()) {
                throw e;
            }
            refused.put(entry, e);
        }
    }

    private void ended(long upTo, long count, Map<JournalEntry, RuntimeException> refused) {
        applied.addAndGet(count);
        failed.addAndGet(refused.size());
        refused.forEach((entry, error) ->
                onError.report(TaskError.refused(entry.task(), entry.statement().arguments(), error.getMessage())));
        advance(upTo);
        journal.forgetUpTo(upTo);
    }

    private void advance(long upTo) {
        lock.lock();
        try {
            last = Math.max(last, upTo);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private boolean isBehind() {
        lock.lock();
        try {
            return last < wanted;
        } finally {
            lock.unlock();
        }
    }

    private long last() {
        lock.lock();
        try {
            return last;
        } finally {
            lock.unlock();
        }
    }

    void call() {
        lock.lock();
        try {
            called = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    void awaitApplied(long number) {
        lock.lock();
        try {
            wanted = Math.max(wanted, number);
            while (last < number) {
                changed.awaitUninterruptibly();
            }
        } finally {
            lock.unlock();
        }
    }

    /** Lets the thread end after it has applied what it can. */
    void stop() {
        lock.lock();
        try {
            stopping = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    BufferCounts counts(BufferCounts journalled) {
        return new BufferCounts(
                journal.countAfter(last()),
                applied.get(),
                journalled.failed() + failed.get(),
                journalled.rejected(),
                journalled.dropped(),
                commits.get());
    }
}
