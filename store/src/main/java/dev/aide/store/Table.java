package dev.aide.store;

import dev.aide.store.sql.ColumnInfo;
import dev.aide.store.sql.ColumnType;
import dev.aide.store.sql.FailureReason;
import dev.aide.store.sql.Values;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A table as the database has it: which columns, of which types. Immutable. */
final class Table {
    private final String name;
    private final Map<String, ColumnInfo> columns = new LinkedHashMap<>();

    Table(String name, List<ColumnInfo> columns) {
        this.name = name;
        columns.forEach(column -> this.columns.put(column.name(), column));
    }

    String name() {
        return name;
    }

    boolean has(String column) {
        return columns.containsKey(column);
    }

    List<String> columnNames() {
        return List.copyOf(columns.keySet());
    }

    /** The column that the database numbers by itself. */
    Optional<String> generated() {
        return columns.values().stream()
                .filter(ColumnInfo::generated)
                .map(ColumnInfo::name)
                .findFirst();
    }

    ColumnType type(String column) {
        ColumnInfo info = columns.get(column);
        if (info == null) {
            throw new StoreException(
                    FailureReason.STATEMENT,
                    "table " + name + " has no column '" + column + "'; it has " + String.join(", ", columns.keySet()));
        }
        return info.type();
    }

    /** What to bind for a column. */
    Object bindable(String column, Object value) {
        try {
            return Values.bindable(value, type(column));
        } catch (IllegalArgumentException e) {
            throw new StoreException(FailureReason.TYPE, name + "." + column + " " + e.getMessage());
        }
    }

    /** The values of a row given as a map or a record, by column and ready to bind. */
    Map<String, Object> bindable(Object row) {
        Map<String, Object> bindable = new LinkedHashMap<>();
        given(row).forEach((column, value) -> {
            Object bound = bindable(column, value);
            // a null key in a record means "not numbered yet"
            if (bound != null || !columns.get(column).generated()) {
                bindable.put(column, bound);
            }
        });
        return bindable;
    }

    private Map<String, Object> given(Object row) {
        Map<String, Object> given = new LinkedHashMap<>();
        if (row instanceof Map<?, ?> map) {
            map.forEach((column, value) -> given.put((String) column, value));
        } else if (row instanceof Record entry) {
            for (RecordComponent component : entry.getClass().getRecordComponents()) {
                String snake = Names.snake(component.getName());
                given.put(has(snake) ? snake : component.getName(), value(entry, component));
            }
        } else {
            throw new IllegalArgumentException(
                    "a row is a map or a record, and a " + row.getClass().getName() + " is neither");
        }
        return given;
    }

    private static Object value(Record row, RecordComponent component) {
        try {
            // a record that is private to its class has an accessor that is not
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(row);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException(
                    "component " + component.getName() + " of " + row.getClass().getName() + " cannot be read", e);
        }
    }
}
