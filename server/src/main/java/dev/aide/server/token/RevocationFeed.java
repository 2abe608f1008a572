package dev.aide.server.token;

import dev.aide.store.DaemonThreads;
import dev.aide.store.Database;
import dev.aide.store.StoreException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps what this process knows of revocations up to date: it reads what is new at each signal, and each second in case one
 * was lost. It ends when its database is closed.
 *
 * <p>Safe for use by many threads.
 */
final class RevocationFeed {
    private static final Logger LOG = LoggerFactory.getLogger(RevocationFeed.class);
    private static final Duration POLL = Duration.ofSeconds(1);

    private final RevocationTable table;
    private final Revocations known;
    private final Runnable onRead;
    private final Duration interval;
    private final Semaphore wakeup = new Semaphore(0);
    private long position;
    private volatile long readAt;
    private volatile boolean isFailing;

    private RevocationFeed(RevocationTable table, Revocations known, Runnable onRead, Duration interval) {
        this.table = table;
        this.known = known;
        this.onRead = onRead;
        this.interval = interval;
    }

    /** Reads all that there is, and on PostgreSQL goes on in the background. */
    static RevocationFeed start(Database database, RevocationTable table, Revocations known, Runnable onRead) {
        return start(database, table, known, onRead, POLL);
    }

    /** Looks at another interval. */
    static RevocationFeed start(
            Database database, RevocationTable table, Revocations known, Runnable onRead, Duration interval) {
        RevocationFeed feed = new RevocationFeed(table, known, onRead, interval);
        feed.read();
        if (table.isShared()) {
            Thread thread = DaemonThreads.single("revocations", () -> feed.run(database));
            thread.start();
        }
        return feed;
    }

    private void run(Database database) {
        Database.Subscription signals = database.onSignal(this::wakeAt);
        try {
            while (true) {
                if (wakeup.tryAcquire(interval.toMillis(), TimeUnit.MILLISECONDS)) {
                    wakeup.drainPermits();
                }
                poll();
            }
        } catch (IllegalStateException e) {
            LOG.debug("the database is closed: no more revocations are read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            signals.close();
        }
    }

    private void wakeAt(String signal) {
        if (signal.equals(RevocationTable.SIGNAL)) {
            wakeup.release();
        }
    }

    private void poll() {
        try {
            read();
            isFailing = false;
        } catch (StoreException e) {
            if (!isFailing) {
                LOG.warn("what other nodes revoke is not known now: {}", e.getMessage());
            }
            isFailing = true;
        }
    }

    private void read() {
        long begun = System.nanoTime();
        position = table.read(position, known);
        readAt = begun;
        onRead.run();
    }

    /** Whether the last look went well, and was not longer ago than this. */
    boolean isFresh(Duration limit) {
        return !isFailing && isKnown(limit);
    }

    /** Whether all is known that was revoked until so long ago. */
    boolean isKnown(Duration limit) {
        return !table.isShared() || System.nanoTime() - readAt < limit.toNanos();
    }
}
