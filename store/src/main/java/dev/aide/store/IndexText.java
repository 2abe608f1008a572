package dev.aide.store;

import dev.aide.store.sql.Dialect;
import dev.aide.store.sql.Identifier;
import dev.aide.store.sql.JsonPath;
import java.util.List;
import java.util.stream.Collectors;

/**
 * An index that the user asked for. Immutable.
 *
 * @param table the table
 * @param fields columns or JSON paths
 * @param unique whether no two rows may be equal in them
 */
record IndexText(String table, List<String> fields, boolean unique) {

    String creation(Dialect dialect) {
        String name = (table + "_" + String.join("_", fields) + (unique ? "_key" : "_idx")).replaceAll("\\W+", "_");
        // the same order of nulls as orderBy asks for, or the index could not serve it
        String on = fields.stream()
                .map(field -> JsonPath.isPath(field)
                        ? dialect.comparableAt(JsonPath.parse(field)) + dialect.nullsSmallest(true)
                        : Identifier.quote(field) + dialect.nullsSmallest(true))
                .collect(Collectors.joining(", "));
        return "CREATE " + (unique ? "UNIQUE " : "") + "INDEX IF NOT EXISTS " + Identifier.quote(name) + " ON "
                + Identifier.quote(table) + " (" + on + ")";
    }
}
