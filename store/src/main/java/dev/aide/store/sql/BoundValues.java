package dev.aide.store.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Bound values in a form that can be stored, and back to the same types: a JSON array with, for each value, null or an
 * array of its type and its text. Stateless.
 */
public final class BoundValues {

    private BoundValues() {}

    /** The stored form of values that {@link Values} made. */
    public static String encode(List<Object> values) {
        return Json.of(values.stream().map(BoundValues::encode).toList()).text();
    }

    private static List<String> encode(Object value) {
        if (value == null) {
            return null;
        }
        if (value instanceof byte[] bytes) {
            return List.of("bytes", Base64.getEncoder().encodeToString(bytes));
        }
        if (value instanceof Json json) {
            return List.of("json", json.text());
        }
        return List.of(value.getClass().getSimpleName(), value.toString());
    }

    /**
     * The values of a stored form.
     *
     * @throws IllegalArgumentException if the text is none
     */
    public static List<Object> decode(String stored) {
        return Stream.of(new Json(stored).as(String[][].class))
                .map(BoundValues::decode)
                .toList();
    }

    private static Object decode(String[] typed) {
        if (typed == null) {
            return null;
        }
        String text = typed[1];
        return switch (typed[0]) {
            case "String" -> text;
            case "Long" -> Long.valueOf(text);
            case "Boolean" -> Boolean.valueOf(text);
            case "Double" -> Double.valueOf(text);
            case "BigDecimal" -> new BigDecimal(text);
            case "Instant" -> Instant.parse(text);
            case "LocalDate" -> LocalDate.parse(text);
            case "UUID" -> UUID.fromString(text);
            case "bytes" -> Base64.getDecoder().decode(text);
            case "json" -> new Json(text);
            default -> throw new IllegalArgumentException("a stored value has the unknown type " + typed[0]);
        };
    }
}
