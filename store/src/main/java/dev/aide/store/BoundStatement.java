package dev.aide.store;

import dev.aide.store.sql.Dialect;
import dev.aide.store.sql.Identifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * One statement that writes, with the values that it binds: it can be kept, and run later in another session or process.
 * Immutable, as far as its values are.
 *
 * @param sql its text
 * @param arguments what it binds, in order, of the types that {@link dev.aide.store.sql.Values} makes
 * @param table the table, or null when the text is the caller's own
 */
public record BoundStatement(String sql, List<Object> arguments, String table) {

    /** A statement of these. */
    public BoundStatement {
        arguments = Collections.unmodifiableList(new ArrayList<>(arguments));
    }

    /** A statement of your own, with a question mark for each value. */
    public static BoundStatement of(String sql, Object... values) {
        return new BoundStatement(sql, Statements.arguments(values), null);
    }

    /** What {@link Access#insert} would run. The database is asked for a table's columns once. */
    public static BoundStatement insertion(Database database, String table, Object row) {
        return insertion(table, database.table(table).bindable(row));
    }

    /** What {@link Access#update} would run. The database is asked for a table's columns once. */
    public static BoundStatement update(Database database, String table, Object values, Condition condition) {
        return update(database.table(table), database.dialect(), values, condition);
    }

    static BoundStatement update(Table known, Dialect dialect, Object values, Condition condition) {
        String table = known.name();
        Rendering rendering = new Rendering(known, dialect);
        List<String> assignments = new ArrayList<>();
        known.bindable(values)
                .forEach((column, value) -> assignments.add(Identifier.quote(column) + " = " + rendering.bind(value)));
        if (assignments.isEmpty()) {
            throw new IllegalArgumentException("an update of " + table + " needs at least one column to set");
        }
        String sql = "UPDATE " + Identifier.quote(table) + " SET " + String.join(", ", assignments) + " WHERE "
                + condition.render(rendering);
        return new BoundStatement(sql, rendering.arguments(), table);
    }

    static BoundStatement insertion(String table, Map<String, Object> bindable) {
        return new BoundStatement(insertionInto(table, bindable.keySet()), new ArrayList<>(bindable.values()), table);
    }

    private static String insertionInto(String table, Collection<String> columns) {
        String into = "INSERT INTO " + Identifier.quote(table);
        return columns.isEmpty()
                ? into + " DEFAULT VALUES"
                : into + " (" + Identifier.quoteAll(columns) + ") VALUES ("
                        + String.join(", ", Collections.nCopies(columns.size(), "?")) + ")";
    }

    static BoundStatement upsert(String table, Map<String, Object> bindable, String... keys) {
        if (keys.length == 0) {
            throw new IllegalArgumentException("an upsert into " + table + " needs its key columns");
        }
        List<String> keyColumns = Arrays.asList(keys);
        List<String> assignments = bindable.keySet().stream()
                .filter(column -> !keyColumns.contains(column))
                .map(column -> Identifier.quote(column) + " = excluded." + Identifier.quote(column))
                .toList();
        BoundStatement insertion = insertion(table, bindable);
        String sql = insertion.sql + " ON CONFLICT (" + Identifier.quoteAll(keyColumns) + ") DO "
                + (assignments.isEmpty() ? "NOTHING" : "UPDATE SET " + String.join(", ", assignments));
        return new BoundStatement(sql, insertion.arguments, table);
    }

    static BoundStatement deletion(Table table, Dialect dialect, Condition condition) {
        Rendering rendering = new Rendering(table, dialect);
        String sql = "DELETE FROM " + Identifier.quote(table.name()) + " WHERE " + condition.render(rendering);
        return new BoundStatement(sql, rendering.arguments(), table.name());
    }

    /** Runs it; returns how many rows it changed. */
    public int runIn(Session session) {
        return session.run(this);
    }
}
