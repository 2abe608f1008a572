package dev.aide.store.sql;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Time;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Calendar;
import java.util.Date;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns what a caller gives into one of the few types that a dialect binds: null, Boolean, Long, Double, BigDecimal,
 * String, byte[], Instant, LocalDate, UUID and {@link Json}. Stateless.
 */
public final class Values {

    private Values() {}

    /**
     * The value for a place of unknown type, such as a parameter of the caller's own SQL.
     *
     * @throws IllegalArgumentException if it is a date and time without a zone, or a time without a date, which names no
     *     moment
     */
    public static Object bindable(Object value) {
        if (value == null
                || value instanceof String
                || value instanceof Long
                || value instanceof Boolean
                || value instanceof Double
                || value instanceof BigDecimal
                || value instanceof byte[]
                || value instanceof LocalDate
                || value instanceof UUID
                || value instanceof Json) {
            return value;
        }
        if (value instanceof Integer || value instanceof Short || value instanceof Byte) {
            return ((Number) value).longValue();
        }
        if (value instanceof Float number) {
            return (double) number;
        }
        if (value instanceof BigInteger number) {
            return new BigDecimal(number);
        }
        if (value instanceof Character || value instanceof Enum<?>) {
            return value instanceof Enum<?> constant ? constant.name() : value.toString();
        }
        if (value instanceof Optional<?> optional) {
            return bindable(optional.orElse(null));
        }
        if (isNaive(value)) {
            throw new IllegalArgumentException(naive(value));
        }
        if (value instanceof java.sql.Date day) {
            return day.toLocalDate();
        }
        Instant instant = instant(value);
        return instant != null ? instant : Json.of(value);
    }

    /**
     * The value for a column of a known type.
     *
     * @throws IllegalArgumentException if it does not fit; the message has both types and not the value
     */
    public static Object bindable(Object value, ColumnType type) {
        if (value == null) {
            return null;
        }
        if (type == ColumnType.JSON) {
            return value instanceof Json ? value : Json.of(value);
        }
        if (isNaive(value)) {
            throw new IllegalArgumentException("is " + type + ": " + naive(value));
        }
        Object bound = bindable(value);
        if (bound == null || fits(bound, type)) {
            return bound;
        }
        if (type == ColumnType.DECIMAL && bound instanceof Long number) {
            return BigDecimal.valueOf(number);
        }
        if (type == ColumnType.REAL && bound instanceof Number number) {
            return number.doubleValue();
        }
        throw new IllegalArgumentException(
                "is " + type + " and was given a " + value.getClass().getName() + hint(bound, type));
    }

    private static boolean fits(Object bound, ColumnType type) {
        return type == ColumnType.OTHER || type.javaType().isInstance(bound);
    }

    private static String hint(Object bound, ColumnType type) {
        if (type == ColumnType.TIMESTAMP) {
            return ": give an Instant";
        }
        if (type == ColumnType.DECIMAL && bound instanceof Double) {
            return ": a double has lost digits before it comes here, so give a BigDecimal";
        }
        if (type == ColumnType.DATE && bound instanceof Instant) {
            return ": a moment is on different days in different zones, so give WallClock.in(zone).toLocal(...).toLocalDate()";
        }
        return bound instanceof Json ? ": declare the column JSON to store objects in it" : "";
    }

    private static boolean isNaive(Object value) {
        return value instanceof LocalDateTime || value instanceof Time;
    }

    private static String naive(Object value) {
        return value instanceof Time
                ? "a java.sql.Time names neither a moment nor a day: give its toString() to a TEXT column"
                : "a LocalDateTime names no moment, because it has no zone: give an Instant, by"
                        + " WallClock.in(zone).toInstant(...) or, if UTC is meant, WallClock.utc().toInstant(...)";
    }

    private static Instant instant(Object value) {
        Instant instant = null;
        if (value instanceof Date moment) {
            instant = moment.toInstant();
        } else if (value instanceof Calendar moment) {
            instant = moment.toInstant();
        } else if (value instanceof Instant moment) {
            instant = moment;
        } else if (value instanceof OffsetDateTime moment) {
            instant = moment.toInstant();
        } else if (value instanceof ZonedDateTime moment) {
            instant = moment.toInstant();
        }
        // PostgreSQL keeps microseconds; the same on both, or a value would not equal itself after a move
        return instant == null ? null : instant.truncatedTo(ChronoUnit.MICROS);
    }
}
