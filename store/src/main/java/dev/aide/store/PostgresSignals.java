package dev.aide.store;

import java.sql.Array;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.postgresql.PGConnection;
import org.postgresql.PGNotification;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Signals by LISTEN and NOTIFY. NOTIFY takes a lock that all commits with one wait for, so it is never part of a caller's
 * transaction: one thread a process sends, once for all that has come together meanwhile, and names only. LISTEN takes a
 * connection of its own, and does not work through a proxy that pools transactions; then polling finds what there is.
 *
 * <p>Safe for use by many threads.
 */
final class PostgresSignals implements SignalChannel {
    private static final Logger LOG = LoggerFactory.getLogger(PostgresSignals.class);
    private static final int WAIT_MILLIS = 500;
    private static final long COALESCE_MILLIS = 5;
    private static final long RECONNECT_MILLIS = 1_000;

    private final String url;
    private final DatabaseOptions options;
    private final LinkSource links;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Set<String> pending = new LinkedHashSet<>();
    private Thread sender;
    private volatile boolean closed;

    PostgresSignals(String url, DatabaseOptions options, LinkSource links) {
        this.url = url;
        this.options = options;
        this.links = links;
    }

    @Override
    public void listen(Consumer<String> receiver) {
        DaemonThreads.single("listen", () -> receive(receiver)).start();
    }

    private void receive(Consumer<String> receiver) {
        boolean told = false;
        while (!closed) {
            try (Connection connection = DriverManager.getConnection(url, login());
                    Statement listen = connection.createStatement()) {
                listen.execute("LISTEN aide_signal");
                told = false;
                while (!closed) {
                    PGNotification[] heard =
                            connection.unwrap(PGConnection.class).getNotifications(WAIT_MILLIS);
                    for (PGNotification each : heard) {
                        receiver.accept(each.getParameter());
                    }
                }
            } catch (SQLException e) {
                if (!told) {
                    LOG.warn("other processes are not heard now, polling goes on (SQLSTATE {})", e.getSQLState());
                    told = true;
                }
                sleep(RECONNECT_MILLIS);
            }
        }
    }

    private Properties login() {
        Properties login = new Properties();
        if (options.user() != null) {
            login.setProperty("user", options.user());
            login.setProperty("password", options.password());
        }
        return login;
    }

    @Override
    public void send(Collection<String> names) {
        lock.lock();
        try {
            pending.addAll(names);
            if (sender == null) {
                sender = DaemonThreads.single("notify", this::sendPending);
                sender.start();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void sendPending() {
        for (List<String> names = takePending(); !names.isEmpty(); names = takePending()) {
            try {
                notify(names);
            } catch (SQLException | StoreException e) {
                LOG.warn("other processes were not told of new work, their polling finds it: {}", e.getClass());
            }
            sleep(COALESCE_MILLIS);
        }
    }

    private void notify(List<String> names) throws SQLException {
        Link link = links.borrow();
        try (PreparedStatement statement =
                link.connection().prepareStatement("SELECT pg_notify('aide_signal', name) FROM unnest(?) AS name")) {
            Array array = link.connection().createArrayOf("text", names.toArray());
            statement.setArray(1, array);
            statement.execute();
        } catch (SQLException e) {
            link.taint();
            throw e;
        } finally {
            links.giveBack(link);
        }
    }

    /** What is to be sent; nothing when it is closed. */
    private List<String> takePending() {
        lock.lock();
        try {
            while (pending.isEmpty() && !closed) {
                changed.awaitUninterruptibly();
            }
            List<String> taken = closed ? List.of() : new ArrayList<>(pending);
            pending.clear();
            return taken;
        } finally {
            lock.unlock();
        }
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            // nobody interrupts these threads; they end when the database is closed
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        lock.lock();
        try {
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
