package dev.aide.store;

import dev.aide.store.sql.Dialect;
import dev.aide.store.sql.FailureReason;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * A database: {@code Database.open("jdbc:sqlite:shop.db")}, or {@code jdbc:postgresql://…}.
 *
 * <p>All handles on one database in a process share its connections and, on SQLite, one fair turn to write, so that a
 * writer waits for its turn and never sees "database is locked" because of its own process.
 *
 * <p>Safe for use by many threads, virtual ones too.
 */
public final class Database implements Access, AutoCloseable {
    private static final String DEFAULT_FILE = "aide_queues.db";

    private final SharedDatabase shared;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Database(SharedDatabase shared) {
        this.shared = shared;
    }

    /** Opens a database with the default options. See {@link #open(String, DatabaseOptions)}. */
    public static Database open(String url) {
        return open(url, DatabaseOptions.builder().build());
    }

    /**
     * Opens a database; a SQLite file is created if it is not there.
     *
     * @param url {@code jdbc:sqlite:<file>} or {@code jdbc:postgresql://<host>/<database>}
     * @throws IllegalArgumentException if the URL is of neither kind
     * @throws IllegalStateException if this process has it open with other options
     * @throws StoreException if it cannot be reached, or the file is no database; the file is left as it is
     */
    public static Database open(String url, DatabaseOptions options) {
        return new Database(OpenDatabases.ofThisProcess().open(DatabaseUrl.parse(url), options));
    }

    /**
     * Opens the default file, {@code aide_queues.db} in the working directory, which queues, tasks, schedules and journals
     * share when they are given no database. It is created if it is not there.
     *
     * @throws StoreException if it cannot be written to
     */
    public static Database openDefault() {
        Path file = Path.of(DEFAULT_FILE).toAbsolutePath();
        Database database = null;
        try {
            database = open("jdbc:sqlite:" + file);
            // a file that can only be read is opened without an error
            database.useTransaction(transaction -> {});
            return database;
        } catch (StoreException e) {
            if (database != null) {
                database.close();
            }
            throw e.reason() == FailureReason.READ_ONLY ? unwritable(file) : e;
        }
    }

    private static StoreException unwritable(Path file) {
        return new StoreException(
                FailureReason.READ_ONLY,
                "the default file " + file + " cannot be written to: start the program in a directory in which it may"
                        + " write, or open a database elsewhere with Database.open and give that");
    }

    /** Another handle on the same database, to be closed for itself. */
    public Database share() {
        refuseWhenClosed();
        return new Database(OpenDatabases.ofThisProcess().share(shared));
    }

    @Override
    public <T> T withSession(Work<T> work) {
        refuseWhenClosed();
        return shared.withSession(work);
    }

    private void refuseWhenClosed() {
        if (closed.get()) {
            throw new IllegalStateException(shared + " is closed");
        }
    }

    Table table(String name) {
        refuseWhenClosed();
        return shared.table(name);
    }

    /** What {@link #apply} would do, and what it would leave alone. Changes nothing. */
    public SchemaPlan plan(Schema schema) {
        return inSnapshot(session -> SchemaPlan.of(schema, session));
    }

    /**
     * Creates the tables, columns and indexes that are not there, all or none. Never drops or alters what is there, and
     * leaves {@code user_version} alone. Processes that do this at the same time take turns.
     *
     * @return what was done
     * @throws StoreException if the database refuses, such as a new NOT NULL column without a default
     */
    public SchemaPlan apply(Schema schema) {
        return inTransaction(session -> session.apply(schema));
    }

    /**
     * Calls the listener with the name of each {@link Session#signal}, of this process and, on PostgreSQL, of others. It
     * is a hint: some are lost and some come twice, so look for yourself now and then, too. The listener runs on the
     * thread that sent it, or on the one that hears from other processes: let it only wake somebody.
     *
     * @return ends it
     */
    public Subscription onSignal(Consumer<String> listener) {
        refuseWhenClosed();
        shared.signals().add(listener);
        return () -> shared.signals().remove(listener);
    }

    /** The transactions that are open now, of all handles in this process. */
    public List<OpenTransaction> openTransactions() {
        return shared.openTransactions();
    }

    /** Which of the two databases this is. */
    public Dialect dialect() {
        return shared.dialect();
    }

    /**
     * Writes a copy of the SQLite database, as it is now, to a file, while others go on reading and writing. The file
     * appears when it is whole and synced; what was there is replaced.
     *
     * @throws UnsupportedOperationException on PostgreSQL, whose tool for this is pg_dump
     * @throws UncheckedIOException if the file cannot be put in place
     */
    public void backup(Path target) {
        if (!shared.dialect().embedded()) {
            throw new UnsupportedOperationException("backup copies a SQLite file; for PostgreSQL use pg_dump");
        }
        Path part = target.resolveSibling(target.getFileName() + ".part");
        try {
            Files.deleteIfExists(part);
            withSession(session -> session.copyTo(part));
            try (FileChannel copy = FileChannel.open(part, StandardOpenOption.WRITE)) {
                copy.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives this handle back; the last one closes the connections. Closing again does nothing. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            OpenDatabases.ofThisProcess().close(shared);
        }
    }

    @Override
    public String toString() {
        return shared.toString();
    }

    /** Ends when it is closed. */
    public interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
