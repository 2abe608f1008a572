package dev.aide.store.buffer;

import dev.aide.store.Database;
import dev.aide.store.Schema;
import dev.aide.store.Session;
import java.util.Map;

/**
 * How far a journal is applied, written down beside what was applied and in the same transaction: that is why each entry
 * takes effect once, wherever the journal is and whatever dies when. Safe for use by many threads.
 */
final class JournalMark {
    private static final Schema TABLES =
            Schema.of(Map.of("aide_journal_mark", "journal TEXT PRIMARY KEY, last INTEGER NOT NULL"));

    private final Database database;
    private final String journal;

    JournalMark(Database database, String journal) {
        this.database = database;
        this.journal = journal;
    }

    /** Makes the mark if it is not there; returns it. */
    long open() {
        database.apply(TABLES);
        return database.inTransaction(transaction -> {
            transaction.execute(
                    "INSERT INTO aide_journal_mark (journal, last) VALUES (?, 0) ON CONFLICT (journal) DO NOTHING",
                    journal);
            return lock(transaction);
        });
    }

    /** The number of the last entry that was applied; until the transaction ends, nobody else applies any. */
    long lock(Session transaction) {
        // an update of nothing locks the row on both databases
        return transaction
                .query("UPDATE aide_journal_mark SET last = last WHERE journal = ? RETURNING last", journal)
                .first()
                .orElseThrow()
                .number("last");
    }

    /** The same without the lock. */
    long read() {
        return database.query("SELECT last FROM aide_journal_mark WHERE journal = ?", journal)
                .first()
                .orElseThrow()
                .number("last");
    }

    /** Moves it on; it never goes back, whatever another process has applied meanwhile. */
    void moveTo(Session transaction, long number) {
        transaction.execute(
                "UPDATE aide_journal_mark SET last = ? WHERE journal = ? AND last < ?", number, journal, number);
    }
}
