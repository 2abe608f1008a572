package dev.aide.store.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * All that differs between the two databases. Implementations are stateless and safe for use by many threads.
 */
public interface Dialect {

    /** The dialect for a JDBC URL.
     *
     * @throws IllegalArgumentException if the URL is for neither SQLite nor PostgreSQL
     */
    static Dialect of(String url) {
        if (url.startsWith("jdbc:sqlite:")) {
            return new SqliteDialect();
        }
        if (url.startsWith("jdbc:postgresql:")) {
            return new PostgresDialect();
        }
        throw new IllegalArgumentException(
                "the URL must begin with jdbc:sqlite: or jdbc:postgresql:, as in jdbc:sqlite:shop.db");
    }

    /** The database's name, for messages. */
    String name();

    /** Whether there is one file with one writer at a time and native code behind each call. */
    boolean embedded();

    /** The column's type as this database is to declare it, from what the user wrote: {@code INTEGER PRIMARY KEY}. */
    String declaration(String typeAndConstraints);

    /** An expression for the JSON found at the path, as JSON text, null when there is none. */
    String jsonAt(JsonPath path);

    /** An expression for the value found at the path that can be compared and sorted, and that an index can hold. */
    String comparableAt(JsonPath path);

    /** A parameter that is compared with {@link #comparableAt}. */
    String comparableParameter();

    /** What to bind to {@link #comparableParameter}. */
    Object comparableValue(Object value);

    /** An expression for the text of the value at the path, null when it is absent or JSON's null. */
    String textAt(JsonPath path);

    /** The words after an ascending or descending sort key that put absent values first, as if smallest. */
    String nullsSmallest(boolean ascending);

    /** The words after a sub-select that claim rows which nobody else is claiming. */
    String skipLocked();

    /** Begins a transaction: one that will write takes the write lock now, so that it cannot fail half-way for it. */
    void begin(Connection connection, boolean write) throws SQLException;

    void commit(Connection connection) throws SQLException;

    void rollback(Connection connection) throws SQLException;

    /** Binds what {@link Values} made. */
    void bind(PreparedStatement statement, int index, Object value) throws SQLException;

    /** Reads a column of the current row in its {@link ColumnType#javaType}. */
    Object read(ResultSet row, int index, ColumnType type) throws SQLException;

    /** The type that a column of a result has, by what the driver calls it. */
    ColumnType typeOf(String driverTypeName);

    /** Makes other processes that change the schema wait until this transaction ends. */
    void lockSchema(Connection connection) throws SQLException;

    /** The columns of a table, none if there is no such table. */
    List<ColumnInfo> columns(Connection connection, String table) throws SQLException;

    /** What an error means. */
    Failure failure(SQLException error);
}
