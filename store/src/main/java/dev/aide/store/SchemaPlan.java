package dev.aide.store;

import dev.aide.store.sql.ColumnType;
import dev.aide.store.sql.Dialect;
import java.util.ArrayList;
import java.util.List;

/**
 * What it takes to bring a database to a schema. Immutable.
 *
 * @param statements what is done, in order; indexes are listed always and made only when they are not there
 * @param differences what is left alone, in words: columns that the schema does not know, or of another type
 */
public record SchemaPlan(List<String> statements, List<String> differences) {

    /** A plan of these. */
    public SchemaPlan {
        statements = List.copyOf(statements);
        differences = List.copyOf(differences);
    }

    static SchemaPlan of(Schema schema, Session session) {
        Dialect dialect = session.dialect();
        List<String> statements = new ArrayList<>();
        List<String> differences = new ArrayList<>();
        for (TableText wanted : schema.tables()) {
            if (session.hasTable(wanted.name())) {
                compare(wanted, session.table(wanted.name()), dialect, statements, differences);
            } else {
                statements.add(wanted.creation(dialect));
            }
        }
        schema.indexes().forEach(index -> statements.add(index.creation(dialect)));
        return new SchemaPlan(statements, differences);
    }

    private static void compare(
            TableText wanted, Table actual, Dialect dialect, List<String> statements, List<String> differences) {
        wanted.columns().forEach((column, text) -> {
            if (!actual.has(column)) {
                statements.add(wanted.addition(column, dialect));
            } else if (actual.type(column) != ColumnType.of(text)) {
                differences.add(wanted.name() + "." + column + " is " + actual.type(column) + " in the database and "
                        + ColumnType.of(text) + " in the schema");
            }
        });
        actual.columnNames().stream()
                .filter(column -> !wanted.columns().containsKey(column))
                .forEach(column ->
                        differences.add(wanted.name() + "." + column + " is in the database and not in the schema"));
    }
}
