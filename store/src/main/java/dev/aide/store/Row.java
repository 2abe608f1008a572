package dev.aide.store;

import dev.aide.store.sql.Json;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A row: values by column name, in the order of the columns. Whole numbers are Long, JSON is a map, a list or a scalar,
 * timestamps are Instant. Immutable, as far as its values are.
 *
 * @param values the values; a value may be null
 */
public record Row(Map<String, Object> values) {

    /** A row of these values. */
    public Row {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /**
     * The value of a column, or null.
     *
     * @throws IllegalArgumentException if the row has no such column
     */
    public Object get(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException("the row has no column '" + column + "'; it has " + values.keySet());
        }
        return values.get(column);
    }

    /**
     * The text of a column, or null.
     *
     * @throws ClassCastException if it is not text
     */
    public String text(String column) {
        return cast(column, String.class);
    }

    /**
     * The number of a column.
     *
     * @throws ClassCastException if it is not a number
     * @throws NullPointerException if it is null
     */
    public long number(String column) {
        return cast(column, Number.class).longValue();
    }

    /**
     * The moment of a column, or null.
     *
     * @throws ClassCastException if it is not a timestamp
     */
    public Instant instant(String column) {
        return cast(column, Instant.class);
    }

    private <T> T cast(String column, Class<T> type) {
        Object value = get(column);
        if (value != null && !type.isInstance(value)) {
            throw new ClassCastException(
                    "column '" + column + "' is a " + value.getClass().getName() + ", not a " + type.getName());
        }
        return type.cast(value);
    }

    /**
     * The row as an object, by name: column {@code first_name} or {@code firstName} fills {@code firstName}. Columns
     * without a place in the class are left out.
     *
     * @throws IllegalArgumentException if a value does not fit, or a primitive would have to be null
     */
    public <T> T as(Class<T> type) {
        Map<String, Object> named = new HashMap<>();
        values.forEach((column, value) -> named.put(Names.camel(column), value));
        return Json.convert(named, type);
    }
}
