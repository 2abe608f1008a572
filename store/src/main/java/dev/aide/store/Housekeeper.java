package dev.aide.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Once a second: reports transactions that stay open, and tidies up when nobody has written for a while. */
final class Housekeeper {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeper.class);
    private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final SharedDatabase database;
    private final Set<OpenTransaction> reported = new HashSet<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private volatile long lastWrite;
    private volatile boolean untidy;

    Housekeeper(SharedDatabase database) {
        this.database = database;
        thread = DaemonThreads.single("housekeeper", this::run);
        thread.start();
    }

    private void run() {
        try {
            while (!closed.await(1, TimeUnit.SECONDS)) {
                tidy();
            }
        } catch (InterruptedException e) {
            LOG.warn("{}: the housekeeper was interrupted and ends", database);
        }
    }

    void written() {
        lastWrite = System.nanoTime();
        untidy = true;
    }

    private void tidy() {
        reported.retainAll(database.openTransactions());
        for (OpenTransaction transaction :
                database.openLongerThan(database.options().longTransaction())) {
            if (reported.add(transaction)) {
                LOG.warn("{}: {} is open for long: is it meant to be?", database, transaction);
            }
        }
        if (untidy && System.nanoTime() - lastWrite > IDLE_NANOS) {
            untidy = false;
            try {
                database.links().whileIdle();
            } catch (SQLException | StoreException e) {
                LOG.warn("{}: tidying up failed and will be tried after the next write: {}", database, e.getMessage());
            }
        }
    }

    void close() {
        closed.countDown();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
