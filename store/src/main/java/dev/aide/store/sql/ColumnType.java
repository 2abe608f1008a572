package dev.aide.store.sql;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;

/**
 * The types that a column has on both databases, and the Java type in which each comes back. Immutable.
 *
 * <p>SQLite stores five types and forgets the rest; the declared name is kept there as {@code JSON TEXT}, {@code
 * TIMESTAMP TEXT} and so on, so that a value comes back as what it was.
 */
public enum ColumnType {
    /** A 64-bit whole number. */
    INTEGER(Long.class),
    /** A double. */
    REAL(Double.class),
    /** A decimal number with every digit. */
    DECIMAL(BigDecimal.class),
    /** Text of any length. */
    TEXT(String.class),
    /** Bytes. */
    BLOB(byte[].class),
    /** True or false; 1 or 0 on SQLite. */
    BOOLEAN(Boolean.class),
    /** Any object, map, list or scalar, as JSON. */
    JSON(Object.class),
    /** A moment, to the microsecond, in UTC. */
    TIMESTAMP(Instant.class),
    /** A day of the calendar. */
    DATE(LocalDate.class),
    /** A UUID. */
    UUID(UUID.class),
    /** Any other type: values pass as the driver has them. */
    OTHER(Object.class);

    private final Class<?> javaType;

    ColumnType(Class<?> javaType) {
        this.javaType = javaType;
    }

    /** The class of what a non-null value of this type is read as. */
    public Class<?> javaType() {
        return javaType;
    }

    /** The type that a declaration such as {@code varchar(20)}, {@code int8} or {@code JSON TEXT} stands for. */
    public static ColumnType of(String declared) {
        String word = declared == null
                ? ""
                : declared.strip().toUpperCase(Locale.ROOT).split("[ (]", 2)[0];
        return switch (word) {
            case "INTEGER", "INT", "BIGINT", "SMALLINT", "INT2", "INT4", "INT8", "SERIAL", "BIGSERIAL" -> INTEGER;
            case "REAL", "DOUBLE", "FLOAT", "FLOAT4", "FLOAT8" -> REAL;
            case "DECIMAL", "NUMERIC" -> DECIMAL;
            case "TEXT", "VARCHAR", "CHARACTER", "CHAR", "CLOB", "BPCHAR" -> TEXT;
            case "BLOB", "BYTEA" -> BLOB;
            case "BOOLEAN", "BOOL" -> BOOLEAN;
            case "JSON", "JSONB" -> JSON;
            case "TIMESTAMP", "TIMESTAMPTZ", "DATETIME" -> TIMESTAMP;
            case "DATE" -> DATE;
            case "UUID" -> UUID;
            default -> OTHER;
        };
    }
}
