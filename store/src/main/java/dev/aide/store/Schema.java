package dev.aide.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The tables that a program needs: {@code Schema.of(Map.of("users", "id INTEGER PRIMARY KEY, name TEXT NOT NULL, meta
 * JSON"))}.
 *
 * <p>Columns are written as in SQL, with the types of {@link dev.aide.store.sql.ColumnType}; {@code INTEGER PRIMARY KEY}
 * is a 64-bit key that the database numbers, on both. Immutable.
 */
public final class Schema {
    private final List<TableText> tables;
    private final List<IndexText> indexes;

    private Schema(List<TableText> tables, List<IndexText> indexes) {
        this.tables = List.copyOf(tables);
        this.indexes = List.copyOf(indexes);
    }

    /**
     * Tables by name, each with the text of its columns.
     *
     * @throws IllegalArgumentException if a name or a column cannot be read
     */
    public static Schema of(Map<String, String> tables) {
        Builder builder = builder();
        tables.forEach(builder::table);
        return builder.build();
    }

    /** A schema table by table. */
    public static Builder builder() {
        return new Builder();
    }

    List<TableText> tables() {
        return tables;
    }

    List<IndexText> indexes() {
        return indexes;
    }

    /** Collects tables and indexes. Not safe for use by several threads. */
    public static final class Builder {
        private final Map<String, TableText> tables = new LinkedHashMap<>();
        private final List<IndexText> indexes = new ArrayList<>();

        private Builder() {}

        /**
         * Adds a table.
         *
         * @throws IllegalArgumentException if it is there already, or its text cannot be read
         */
        public Builder table(String name, String columns) {
            if (tables.put(name, new TableText(name, columns)) != null) {
                throw new IllegalArgumentException("table " + name + " is there twice");
            }
            return this;
        }

        /** Adds an index on columns or on paths into JSON columns. */
        public Builder index(String table, String... columnsOrPaths) {
            indexes.add(new IndexText(table, List.of(columnsOrPaths), false));
            return this;
        }

        /** Adds an index on columns or paths in which no two rows are equal. */
        public Builder uniqueIndex(String table, String... columnsOrPaths) {
            indexes.add(new IndexText(table, List.of(columnsOrPaths), true));
            return this;
        }

        /** The schema as it is now. */
        public Schema build() {
            return new Schema(new ArrayList<>(tables.values()), indexes);
        }
    }
}
