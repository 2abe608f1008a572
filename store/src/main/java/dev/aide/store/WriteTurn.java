package dev.aide.store;

import dev.aide.store.sql.FailureReason;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * The one turn to write that SQLite has, given in the order of asking. Safe for use by many threads.
 *
 * <p>Waiting here is fair and wakes at once; SQLite's own waiting polls, and under load starves some callers until they
 * fail with "database is locked".
 */
final class WriteTurn {
    private final Semaphore turn = new Semaphore(1, true);
    private final Duration timeout;
    private volatile OpenTransaction holder;

    WriteTurn(Duration timeout) {
        this.timeout = timeout;
    }

    void take(OpenTransaction taker) {
        try {
            if (!turn.tryAcquire(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreException(
                        FailureReason.LOCKED,
                        "waited " + timeout.toMillis() + " ms for the turn to write, which is held in this process by "
                                + holder + ": make that transaction shorter, or raise lockTimeout");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(
                    FailureReason.LOCKED, "interrupted while waiting for the turn to write, held by " + holder);
        }
        holder = taker;
    }

    void giveBack() {
        holder = null;
        turn.release();
    }
}
