package dev.aide.store.buffer;

import dev.aide.store.BoundStatement;
import dev.aide.store.Database;
import dev.aide.store.Schema;
import dev.aide.store.Session;
import dev.aide.store.sql.BoundValues;
import java.util.List;
import java.util.UUID;

/**
 * Writes that are kept in a database until they are applied, in their order. Safe for use by many threads.
 *
 * <p>An entry's number comes from the journal's own row, whose lock is held until the commit: a later number is never to
 * be seen before an earlier one.
 */
final class Journal {
    private static final Schema TABLES = Schema.builder()
            .table("aide_journal", "name TEXT PRIMARY KEY, id TEXT NOT NULL, last INTEGER NOT NULL")
            .table(
                    "aide_journal_entry",
                    "journal TEXT NOT NULL, number INTEGER NOT NULL, task TEXT NOT NULL, statement TEXT NOT NULL,"
                            + " arguments TEXT NOT NULL, PRIMARY KEY (journal, number)")
            .build();

    private final Database database;
    private final String id;

    private Journal(Database database, String id) {
        this.database = database;
        this.id = id;
    }

    static Journal open(Database database, String name) {
        database.apply(TABLES);
        database.execute(
                "INSERT INTO aide_journal (name, id, last) VALUES (?, ?, 0) ON CONFLICT (name) DO NOTHING",
                name,
                UUID.randomUUID().toString());
        return new Journal(
                database,
                database.query("SELECT id FROM aide_journal WHERE name = ?", name)
                        .first()
                        .orElseThrow()
                        .text("id"));
    }

    /** What tells this journal from any other, one of the same name that was deleted too. */
    String id() {
        return id;
    }

    /** Adds a write in the session's transaction; returns its number. */
    long append(Session session, String task, BoundStatement statement) {
        long number = session.query("UPDATE aide_journal SET last = last + 1 WHERE id = ? RETURNING last", id)
                .first()
                .orElseThrow()
                .number("last");
        session.execute(
                "INSERT INTO aide_journal_entry (journal, number, task, statement, arguments) VALUES (?, ?, ?, ?, ?)",
                id,
                number,
                task,
                statement.sql(),
                BoundValues.encode(statement.arguments()));
        return number;
    }

    /** The next entries after a number. */
    List<JournalEntry> after(long number, int atMost) {
        return database.query(
                        "SELECT number, task, statement, arguments FROM aide_journal_entry WHERE journal = ? AND number > ?"
                                + " ORDER BY number LIMIT ?",
                        id,
                        number,
                        atMost)
                .map(JournalEntry::of);
    }

    /** How many entries come after a number. */
    long countAfter(long number) {
        return database.query(
                        "SELECT count(*) AS n FROM aide_journal_entry WHERE journal = ? AND number > ?", id, number)
                .first()
                .orElseThrow()
                .number("n");
    }

    void forgetUpTo(long number) {
        database.execute("DELETE FROM aide_journal_entry WHERE journal = ? AND number <= ?", id, number);
    }

    /** Lets new entries come after a number: a journal from a backup may not know that it was there already. */
    void continueAfter(long number) {
        database.execute("UPDATE aide_journal SET last = ? WHERE id = ? AND last < ?", number, id, number);
    }
}
