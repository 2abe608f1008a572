package dev.aide.store;

import dev.aide.store.sql.ColumnType;
import java.util.List;

/**
 * A statement that returns rows. Immutable.
 *
 * @param sql its text
 * @param arguments what to bind
 * @param types the types of its columns, or null to take them from the result
 */
record Select(String sql, List<Object> arguments, List<ColumnType> types) {}
