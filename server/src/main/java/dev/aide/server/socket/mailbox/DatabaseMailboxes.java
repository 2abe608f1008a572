package dev.aide.server.socket.mailbox;

import dev.aide.store.Database;
import dev.aide.store.Row;
import dev.aide.store.Schema;
import dev.aide.store.Session;
import dev.aide.store.buffer.DatabaseBuffer;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;

/** Mailboxes in a database, where they outlive the process. Safe for use by many threads. */
public final class DatabaseMailboxes implements Mailboxes {
    private static final int AT_ONCE = 1_000;
    private static final String TABLE = "aide_socket_letter";
    // AUTOINCREMENT, since a number that is given again would make a new letter look as if it had been sent
    private static final Schema TABLES = Schema.builder()
            .table(TABLE, """
                    id INTEGER PRIMARY KEY AUTOINCREMENT, namespace TEXT NOT NULL, user_id TEXT NOT NULL,
                    message TEXT NOT NULL, event TEXT NOT NULL, expires_at INTEGER NOT NULL""")
            .index(TABLE, "namespace", "user_id", "id")
            .index(TABLE, "expires_at")
            .build();

    private final Database database;
    private final DatabaseBuffer writes;
    private final String namespace;
    private final int most;
    private final Clock clock;
    private final BiConsumer<Session, String> announce;

    /**
     * The mailboxes of a namespace; {@link #createTables} has been called.
     *
     * @param writes what writes to the database
     * @param most how many letters wait for one user
     * @param announce is told, in the transaction that keeps a letter, for which user
     */
    public DatabaseMailboxes(
            Database database,
            DatabaseBuffer writes,
            String namespace,
            int most,
            Clock clock,
            BiConsumer<Session, String> announce) {
        this.database = database;
        this.writes = writes;
        this.namespace = namespace;
        this.most = most;
        this.clock = clock;
        this.announce = announce;
    }

    /** Makes the tables, if they are not there. */
    public static void createTables(Database database) {
        database.apply(TABLES);
    }

    @Override
    public CompletableFuture<Optional<String>> keep(Letter letter) {
        return writes.write(
                session -> insert(session, letter) ? Optional.empty() : Optional.of(Mailboxes.fullFor(letter.user())));
    }

    private boolean insert(Session session, Letter letter) {
        // two nodes that write at once may each find the last place free
        boolean isKept = session.execute(
                        "INSERT INTO aide_socket_letter (namespace, user_id, message, event, expires_at)"
                                + " SELECT ?, ?, ?, ?, ? WHERE (SELECT count(*) FROM aide_socket_letter"
                                + " WHERE namespace = ? AND user_id = ?) < ?",
                        namespace,
                        letter.user(),
                        letter.id(),
                        letter.event(),
                        letter.expiresAt(),
                        namespace,
                        letter.user(),
                        most)
                == 1;
        if (isKept) {
            announce.accept(session, letter.user());
        }
        return isKept;
    }

    @Override
    public List<Long> waiting(String user, int atMost) {
        return database.query(
                        "SELECT id FROM aide_socket_letter WHERE namespace = ? AND user_id = ? AND expires_at > ?"
                                + " ORDER BY id LIMIT ?",
                        namespace,
                        user,
                        clock.millis(),
                        atMost)
                .map(row -> row.number("id"));
    }

    @Override
    public List<Letter> letters(List<Long> numbers) {
        if (numbers.isEmpty()) {
            return List.of();
        }
        return database.query(
                        "SELECT id, user_id, message, event, expires_at FROM aide_socket_letter WHERE id IN ("
                                + String.join(", ", Collections.nCopies(numbers.size(), "?")) + ") ORDER BY id",
                        numbers.toArray())
                .map(DatabaseMailboxes::letter);
    }

    private static Letter letter(Row row) {
        return new Letter(
                row.number("id"),
                row.text("message"),
                row.text("user_id"),
                row.text("event"),
                row.number("expires_at"));
    }

    @Override
    public CompletableFuture<Boolean> remove(Letter letter) {
        return writes.execute("DELETE FROM aide_socket_letter WHERE id = ?", letter.number())
                .thenApply(deleted -> deleted == 1);
    }

    @Override
    public List<Letter> removeExpired() {
        List<Object> expired = database.query(
                        "SELECT id FROM aide_socket_letter WHERE namespace = ? AND expires_at <= ? ORDER BY id LIMIT ?",
                        namespace,
                        clock.millis(),
                        AT_ONCE)
                .map(row -> row.get("id"));
        if (expired.isEmpty()) {
            return List.of();
        }
        // one that is acknowledged meanwhile, or that another node takes out, is not among what is returned
        return database.query(
                        "DELETE FROM aide_socket_letter WHERE id IN ("
                                + String.join(", ", Collections.nCopies(expired.size(), "?"))
                                + ") RETURNING id, user_id, message, event, expires_at",
                        expired.toArray())
                .map(DatabaseMailboxes::letter);
    }
}
