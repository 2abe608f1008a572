package dev.aide.store;

import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/**
 * What can be done with a database, either directly, where each call borrows a connection for itself, or in a session,
 * where all calls use one.
 *
 * <p>A row to write is a map of column to value, or a record ({@code firstName} goes to {@code first_name} or {@code
 * firstName}). Values are always bound. Every method throws {@link StoreException} when the database refuses, and {@link
 * ConstraintException} when a rule of the table is broken.
 *
 * <p>A {@link Database} is safe for use by many threads, a {@link Session} by one at a time.
 */
public sealed interface Access permits Database, Session {

    /** Runs the work with a session of its own, or, in a session, with that. */
    <T> T withSession(Work<T> work);

    /** Runs the work in a transaction; see {@link Session#inTransaction}. */
    default <T> T inTransaction(Work<T> work) {
        return withSession(session -> session.inTransaction(work));
    }

    /** Runs work without a result in a transaction; see {@link Session#inTransaction}. */
    default void useTransaction(Consumer<Session> work) {
        inTransaction(session -> {
            work.accept(session);
            return null;
        });
    }

    /** Runs reading work on one state of the database; see {@link Session#inSnapshot}. */
    default <T> T inSnapshot(Work<T> work) {
        return withSession(session -> session.inSnapshot(work));
    }

    /**
     * Inserts a row.
     *
     * @return the key that the database gave it, or -1 if the table has no {@code INTEGER PRIMARY KEY} or the row
     *     brought its own
     */
    default long insert(String table, Object row) {
        return withSession(session -> session.insert(table, row));
    }

    /**
     * Inserts all rows, or none when one is refused.
     *
     * @return how many
     */
    default int insertAll(String table, Collection<?> rows) {
        return withSession(session -> session.insertAll(table, rows));
    }

    /**
     * Updates the rows of the condition.
     *
     * @param values the columns to set
     * @return how many rows
     */
    default int update(String table, Object values, Condition condition) {
        return withSession(session -> session.update(table, values, condition));
    }

    /**
     * Inserts a row, or updates the one that has the same keys.
     *
     * @param keys the columns of the primary key or of a unique index
     */
    default void upsert(String table, Object row, String... keys) {
        useSession(session -> session.upsert(table, row, keys));
    }

    /**
     * Deletes the rows of the condition.
     *
     * @return how many
     */
    default int delete(String table, Condition condition) {
        return withSession(session -> session.delete(table, condition));
    }

    /** Begins to read from a table. Nothing runs until the rows are asked for. */
    default Fetch fetch(String table) {
        return new Fetch(this, table);
    }

    /** Rows of a statement of your own, with a question mark for each value. */
    default Rows query(String sql, Object... values) {
        List<Object> arguments = Statements.arguments(values);
        return new SqlRows(this, new Select(sql, arguments, null));
    }

    /**
     * Runs one statement of your own that returns no rows.
     *
     * @return how many rows it changed
     */
    default int execute(String sql, Object... values) {
        return withSession(session -> session.execute(sql, values));
    }

    /**
     * Runs one statement of your own for each list of values, all or none.
     *
     * @return how many rows were changed
     */
    default int executeAll(String sql, Collection<? extends List<?>> values) {
        return withSession(session -> session.executeAll(sql, values));
    }

    /** Runs work without a result in a session. */
    default void useSession(Consumer<Session> work) {
        withSession(session -> {
            work.accept(session);
            return null;
        });
    }
}
