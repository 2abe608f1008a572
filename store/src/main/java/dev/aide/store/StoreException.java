package dev.aide.store;

import dev.aide.store.sql.Failure;
import dev.aide.store.sql.FailureReason;
import java.sql.SQLException;

/**
 * The database refused. The message says what was wrong and where, and never has a value in it: it can be logged.
 *
 * <p>It has no cause on purpose, because drivers write values into their messages. Safe for use by several threads.
 */
public class StoreException extends RuntimeException {
    private final FailureReason reason;
    private final String sqlState;
    private final int vendorCode;

    StoreException(FailureReason reason, String message) {
        this(reason, message, null, 0);
    }

    StoreException(Failure failure, String message, SQLException error) {
        this(failure.reason(), message, error.getSQLState(), error.getErrorCode());
    }

    private StoreException(FailureReason reason, String message, String sqlState, int vendorCode) {
        super(message);
        this.reason = reason;
        this.sqlState = sqlState;
        this.vendorCode = vendorCode;
    }

    /** The same failure at a moment when the database may have committed already. */
    StoreException duringCommit() {
        return reason == FailureReason.DISCONNECTED
                ? new StoreException(
                        FailureReason.OUTCOME_UNKNOWN,
                        getMessage() + ": whether it took effect is not known; look before you repeat it",
                        sqlState,
                        vendorCode)
                : this;
    }

    /** Whether nothing was done, and the same work may succeed later: the reason has to do with others. */
    public boolean isWorthAnotherTry() {
        return reason == FailureReason.LOCKED
                || reason == FailureReason.CONFLICT
                || reason == FailureReason.DISCONNECTED;
    }

    /** What kind of refusal it is, to act on. */
    public FailureReason reason() {
        return reason;
    }

    /** PostgreSQL's SQLSTATE, or null. */
    public String sqlState() {
        return sqlState;
    }

    /** SQLite's extended result code, or 0. */
    public int vendorCode() {
        return vendorCode;
    }
}
