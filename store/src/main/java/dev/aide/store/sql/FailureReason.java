package dev.aide.store.sql;

/** Why a database refused, in terms that a program can act on. Immutable. */
public enum FailureReason {
    /** A rule of the table was broken: unique, not null, check, foreign key. The same row will fail again. */
    CONSTRAINT,
    /** A value does not fit its column's type. The same row will fail again. */
    TYPE,
    /** Another connection held a lock for longer than the caller was willing to wait. Trying later may help. */
    LOCKED,
    /** Two transactions could not both succeed (deadlock, serialization). Running the whole block again helps. */
    CONFLICT,
    /** No space is left. The transaction was rolled back and nothing is lost; free some space and go on. */
    FULL,
    /** The file, its directory or the server's transaction is read-only. */
    READ_ONLY,
    /** The file is not a database or is damaged. It was not written to; restore a backup. */
    DAMAGED,
    /** The connection or the server went away; nothing of the open transaction took effect, and trying later may help. */
    DISCONNECTED,
    /** The connection or the server went away during a commit: whether it took effect is not known. */
    OUTCOME_UNKNOWN,
    /** The statement itself is wrong: syntax, or a table or column that does not exist. */
    STATEMENT,
    /** Anything else; the message has what the database said. */
    OTHER;

    /** Whether one statement was refused for what it is, so that others in the same transaction may go on. */
    public boolean isOfOneStatement() {
        return switch (this) {
            case CONSTRAINT, TYPE, STATEMENT, OTHER -> true;
            case LOCKED, CONFLICT, FULL, READ_ONLY, DAMAGED, DISCONNECTED, OUTCOME_UNKNOWN -> false;
        };
    }
}
