package dev.aide.store.sql;

/**
 * A column as the database has it. Immutable.
 *
 * @param name its name
 * @param type its type
 * @param key whether it belongs to the primary key
 * @param generated whether the database makes the value when none is given: {@code INTEGER PRIMARY KEY}
 */
public record ColumnInfo(String name, ColumnType type, boolean key, boolean generated) {}
