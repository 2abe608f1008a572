package dev.aide.store;

import dev.aide.store.sql.Failure;
import java.sql.SQLException;
import java.util.Optional;

/**
 * A rule of the table was broken, and this row will break it again. Safe for use by several threads.
 */
public final class ConstraintException extends StoreException {
    private final String table;
    private final String column;
    private final String constraint;

    ConstraintException(Failure failure, String table, String message, SQLException error) {
        super(failure, message, error);
        this.table = table;
        this.column = failure.column();
        this.constraint = failure.constraint();
    }

    /** The table, when the database or the statement says which. */
    public Optional<String> table() {
        return Optional.ofNullable(table);
    }

    /** The column, several joined by ", ", when the database says which. */
    public Optional<String> column() {
        return Optional.ofNullable(column);
    }

    /** The constraint's name or, for an unnamed check on SQLite, its expression, when the database says it. */
    public Optional<String> constraint() {
        return Optional.ofNullable(constraint);
    }
}
