package dev.aide.store.sql;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A way into a JSON column: {@code meta::address::city}; a step of digits only is an index into an array. Immutable.
 *
 * @param column the column that holds the JSON
 * @param keys the steps from there, at least one
 */
public record JsonPath(String column, List<String> keys) {
    private static final String SEPARATOR = "::";
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");

    /** Whether the text is a path rather than a plain column name. */
    public static boolean isPath(String text) {
        return text.contains(SEPARATOR);
    }

    /**
     * Reads {@code column::key::key}.
     *
     * @throws IllegalArgumentException if a step is empty or has other characters than letters, digits, {@code _} and
     *     {@code -}
     */
    public static JsonPath parse(String text) {
        List<String> parts = List.of(text.split(SEPARATOR, -1));
        List<String> keys = parts.subList(1, parts.size());
        for (String key : keys) {
            if (!KEY.matcher(key).matches()) {
                throw new IllegalArgumentException("'" + text + "' is no JSON path: a step is made of letters, digits,"
                        + " _ and -, as in meta::address::city");
            }
        }
        return new JsonPath(parts.get(0), keys);
    }

    static boolean isIndex(String key) {
        return key.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    @Override
    public String toString() {
        return column + SEPARATOR + String.join(SEPARATOR, keys);
    }
}
