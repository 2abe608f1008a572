package dev.aide.store.sql;

/**
 * What a database's error means: the reason, a sentence without any of the caller's values, and where it happened.
 * Immutable.
 *
 * @param reason what kind of failure it is
 * @param sentence what was wrong, in words, never with a value in it
 * @param table the table, or null when the database does not say
 * @param column the column (several joined by ", "), or null
 * @param constraint the constraint's name or expression, or null
 */
public record Failure(FailureReason reason, String sentence, String table, String column, String constraint) {

    static Failure of(FailureReason reason, String sentence) {
        return new Failure(reason, sentence, null, null, null);
    }
}
