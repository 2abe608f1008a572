package dev.aide.store;

import dev.aide.store.sql.FailureReason;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.sqlite.BusyHandler;
import org.sqlite.Collation;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;

/** Connections to one SQLite file, in WAL mode; the last used is lent first, since its cache is warm. */
final class SqliteLinks implements LinkSource {
    private static final int STATEMENTS_KEPT = 64;
    // four times SQLite's default: what is written often is copied back less often, and whileIdle does the rest
    private static final int CHECKPOINT_PAGES = 4_000;

    private final String url;
    private final Path file;
    private final SQLiteConfig config;
    private final DatabaseOptions options;
    private final NativeCalls nativeCalls;
    private final Semaphore free;
    private final Deque<Link> idle = new ArrayDeque<>();
    private boolean closed;

    SqliteLinks(Path file, DatabaseOptions options, NativeCalls nativeCalls) {
        this.url = "jdbc:sqlite:" + file;
        this.file = file;
        this.options = options;
        this.nativeCalls = nativeCalls;
        this.free = new Semaphore(options.connections(), true);
        config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(options.durability() == Durability.FULL ? SynchronousMode.FULL : SynchronousMode.NORMAL);
        config.setBusyTimeout(Math.toIntExact(options.lockTimeout().toMillis()));
        config.enforceForeignKeys(true);
    }

    @Override
    public Link borrow() throws SQLException {
        try {
            if (!free.tryAcquire(options.lockTimeout().toMillis(), TimeUnit.MILLISECONDS)) {
                throw new StoreException(
                        FailureReason.LOCKED,
                        "waited " + options.lockTimeout().toMillis() + " ms for one of " + options.connections()
                                + " connections: end sessions sooner, or raise connections");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StoreException(FailureReason.LOCKED, "interrupted while waiting for a free connection");
        }
        try {
            Link link = takeIdle();
            return link != null ? link : nativeCalls.call(this::connect);
        } catch (SQLException | RuntimeException e) {
            free.release();
            throw e;
        }
    }

    private Link connect() throws SQLException {
        Connection connection = config.createConnection(url);
        try {
            BusyHandler.setHandler(connection, new LockRetry(options.lockTimeout()));
            Collation.create(connection, DecimalCollation.NAME, new DecimalCollation());
            try (Statement statement = connection.createStatement()) {
                statement.execute("PRAGMA wal_autocheckpoint = " + CHECKPOINT_PAGES);
            }
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
        return new Link(connection, STATEMENTS_KEPT);
    }

    private Link takeIdle() {
        synchronized (idle) {
            return idle.pollFirst();
        }
    }

    @Override
    public void giveBack(Link link) throws SQLException {
        try {
            if (link.isTainted() || !keep(link)) {
                nativeCalls.call(() -> {
                    link.close();
                    return null;
                });
            }
        } finally {
            free.release();
        }
    }

    private boolean keep(Link link) {
        synchronized (idle) {
            if (!closed) {
                idle.addFirst(link);
            }
            return !closed;
        }
    }

    @Override
    public String lockHolder() {
        return new LockHolders(file).describe();
    }

    // copies the log back into the file while nobody waits for it, so that no commit has to
    @Override
    public void whileIdle() throws SQLException {
        Link link = borrow();
        try (Statement statement = link.connection().createStatement();
                ResultSet ignored = statement.executeQuery("PRAGMA wal_checkpoint(PASSIVE)")) {
            ignored.next();
        } finally {
            giveBack(link);
        }
    }

    @Override
    public void close() throws SQLException {
        Deque<Link> remaining;
        synchronized (idle) {
            closed = true;
            remaining = new ArrayDeque<>(idle);
            idle.clear();
        }
        for (Link link : remaining) {
            link.close();
        }
    }
}
