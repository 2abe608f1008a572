package dev.aide.store;

import dev.aide.store.sql.ColumnInfo;
import dev.aide.store.sql.Dialect;
import dev.aide.store.sql.FailureReason;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What all handles on one database share: connections, the turn to write, who is in a transaction. Thread-safe. */
final class SharedDatabase {
    private static final Logger LOG = LoggerFactory.getLogger(SharedDatabase.class);

    private final String key;
    private final String name;
    private final Dialect dialect;
    private final DatabaseOptions options;
    private final NativeCalls nativeCalls;
    private final LinkSource links;
    private final WriteTurn turn;
    private final Signals signals;
    private final Housekeeper housekeeper;
    private final Map<String, Table> tables = new ConcurrentHashMap<>();
    private final Set<OpenTransaction> open = ConcurrentHashMap.newKeySet();
    private final Map<Thread, OpenTransaction> writers = new ConcurrentHashMap<>();

    SharedDatabase(DatabaseUrl url, DatabaseOptions options) {
        this.key = url.key();
        this.name = url.name();
        this.dialect = url.dialect();
        this.options = options;
        this.nativeCalls = new NativeCalls(name);
        this.turn = new WriteTurn(options.lockTimeout());
        this.links = dialect.embedded()
                ? new SqliteLinks(url.file(), options, nativeCalls)
                : new PostgresLinks(url.text(), options);
        this.signals = new Signals(
                dialect.embedded() ? SignalChannel.none() : new PostgresSignals(url.text(), options, links));
        this.housekeeper = new Housekeeper(this);
    }

    String key() {
        return key;
    }

    Dialect dialect() {
        return dialect;
    }

    DatabaseOptions options() {
        return options;
    }

    LinkSource links() {
        return links;
    }

    Signals signals() {
        return signals;
    }

    /** Calls the driver on a thread that it may block. */
    <T> T call(NativeCalls.Call<T> call) throws SQLException {
        return dialect.embedded() ? nativeCalls.call(call) : call.run();
    }

    <T> T withSession(Work<T> work) {
        Link link = borrow();
        Session session = new Session(this, link);
        try {
            return work.with(session);
        } finally {
            session.end();
            giveBack(link);
        }
    }

    private Link borrow() {
        try {
            return links.borrow();
        } catch (SQLException e) {
            throw new StoreException(
                    dialect.failure(e), name + ": " + dialect.failure(e).sentence(), e);
        }
    }

    private void giveBack(Link link) {
        try {
            links.giveBack(link);
        } catch (SQLException e) {
            LOG.warn(
                    "{}: a connection could not be closed: {}",
                    name,
                    dialect.failure(e).sentence());
        }
    }

    /** Registers a transaction; one that writes waits for its turn. */
    void enter(OpenTransaction transaction) {
        if (transaction.writes()) {
            OpenTransaction mine = writers.get(Thread.currentThread());
            if (mine != null) {
                throw new IllegalStateException("this thread has " + mine + ": write with that session, not beside it");
            }
            if (dialect.embedded()) {
                turn.take(transaction);
            }
            writers.put(Thread.currentThread(), transaction);
        }
        open.add(transaction);
    }

    void leave(OpenTransaction transaction) {
        open.remove(transaction);
        if (transaction.writes()) {
            writers.remove(Thread.currentThread());
            housekeeper.written();
            if (dialect.embedded()) {
                turn.giveBack();
            }
        }
    }

    List<OpenTransaction> openTransactions() {
        return List.copyOf(open);
    }

    List<OpenTransaction> openLongerThan(Duration duration) {
        Instant limit = Instant.now().minus(duration);
        return open.stream()
                .filter(transaction -> transaction.since().isBefore(limit))
                .toList();
    }

    /** The table as it was when first asked for. */
    Table table(String table, Link link) {
        // attached files and temporary tables are this connection's own
        if (link.isTainted()) {
            return read(table, link);
        }
        Table known = tables.get(table);
        if (known == null) {
            known = read(table, link);
            tables.put(table, known);
        }
        return known;
    }

    /** The table, without a connection if it is known already. */
    Table table(String table) {
        Table known = tables.get(table);
        return known != null ? known : withSession(session -> session.table(table));
    }

    private Table read(String table, Link link) {
        List<ColumnInfo> columns = columns(table, link);
        if (columns.isEmpty()) {
            throw new StoreException(FailureReason.STATEMENT, name + " has no table '" + table + "'");
        }
        return new Table(table, columns);
    }

    boolean hasTable(String table, Link link) {
        return !columns(table, link).isEmpty();
    }

    private List<ColumnInfo> columns(String table, Link link) {
        try {
            return call(() -> dialect.columns(link.connection(), table));
        } catch (SQLException e) {
            throw new StoreException(dialect.failure(e), dialect.failure(e).sentence(), e);
        }
    }

    void forgetTables() {
        tables.clear();
    }

    void close() {
        housekeeper.close();
        signals.close();
        open.forEach(transaction -> LOG.warn("{} is closed with {}", name, transaction));
        try {
            links.close();
        } catch (SQLException e) {
            throw new StoreException(
                    dialect.failure(e), name + ": " + dialect.failure(e).sentence(), e);
        } finally {
            nativeCalls.close();
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
