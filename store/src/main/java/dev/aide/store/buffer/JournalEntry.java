package dev.aide.store.buffer;

import dev.aide.store.BoundStatement;
import dev.aide.store.Row;
import dev.aide.store.sql.BoundValues;

/**
 * A write in a journal. Immutable.
 *
 * @param number its place in the order of the journal, from 1
 * @param task what it is called in errors
 * @param statement what is to be run
 */
record JournalEntry(long number, String task, BoundStatement statement) {

    static JournalEntry of(Row row) {
        return new JournalEntry(
                row.number("number"),
                row.text("task"),
                new BoundStatement(row.text("statement"), BoundValues.decode(row.text("arguments")), null));
    }
}
