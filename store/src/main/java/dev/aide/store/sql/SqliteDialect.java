package dev.aide.store.sql;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

final class SqliteDialect implements Dialect {
    // of fixed width, so that text sorts as time does
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern TYPE = Pattern.compile("\\s*(\\w+)(?:\\s*\\([^)]*\\))?");

    @Override
    public String name() {
        return "SQLite";
    }

    @Override
    public boolean embedded() {
        return true;
    }

    @Override
    public String declaration(String typeAndConstraints) {
        Matcher type = TYPE.matcher(typeAndConstraints);
        if (!type.lookingAt()) {
            return typeAndConstraints;
        }
        String rest = typeAndConstraints.substring(type.end());
        return switch (ColumnType.of(type.group(1))) {
            // only the exact words INTEGER PRIMARY KEY make a rowid
            case INTEGER -> "INTEGER" + rest;
            // TEXT in the declared name gives the column text affinity; JSON or DATE alone would be numeric
            case JSON -> "JSON TEXT" + rest;
            case TIMESTAMP -> "TIMESTAMP TEXT" + rest;
            case DATE -> "DATE TEXT" + rest;
            case UUID -> "UUID TEXT" + rest;
            // compared by value, see DecimalCollation
            case DECIMAL -> "DECIMAL TEXT COLLATE decimal" + rest;
            case BLOB -> "BLOB" + rest;
            default -> typeAndConstraints.strip();
        };
    }

    @Override
    public String jsonAt(JsonPath path) {
        return Identifier.quote(path.column()) + " -> " + literal(path);
    }

    @Override
    public String comparableAt(JsonPath path) {
        return "(" + Identifier.quote(path.column()) + " ->> " + literal(path) + ")";
    }

    @Override
    public String comparableParameter() {
        return "?";
    }

    @Override
    public Object comparableValue(Object value) {
        return Values.bindable(value);
    }

    @Override
    public String textAt(JsonPath path) {
        return comparableAt(path);
    }

    private static String literal(JsonPath path) {
        StringBuilder text = new StringBuilder("'$");
        for (String key : path.keys()) {
            text.append(JsonPath.isIndex(key) ? "[" + key + "]" : ".\"" + key + "\"");
        }
        return text.append('\'').toString();
    }

    @Override
    public String nullsSmallest(boolean ascending) {
        return "";
    }

    @Override
    public String skipLocked() {
        return "";
    }

    // the driver's own setAutoCommit(false) begins the next transaction, with its lock, at each commit
    @Override
    public void begin(Connection connection, boolean write) throws SQLException {
        run(connection, write ? "BEGIN IMMEDIATE" : "BEGIN");
    }

    @Override
    public void commit(Connection connection) throws SQLException {
        run(connection, "COMMIT");
    }

    @Override
    public void rollback(Connection connection) throws SQLException {
        run(connection, "ROLLBACK");
    }

    private static void run(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    @Override
    public void bind(PreparedStatement statement, int index, Object value) throws SQLException {
        if (value instanceof Long number) {
            statement.setLong(index, number);
        } else if (value instanceof Boolean truth) {
            statement.setInt(index, truth ? 1 : 0);
        } else if (value instanceof Instant instant) {
            statement.setString(index, TIMESTAMP.format(instant));
        } else if (value instanceof BigDecimal number) {
            statement.setString(index, number.toPlainString());
        } else if (value instanceof LocalDate || value instanceof UUID) {
            statement.setString(index, value.toString());
        } else if (value instanceof Json json) {
            statement.setString(index, json.text());
        } else {
            statement.setObject(index, value);
        }
    }

    @Override
    public Object read(ResultSet row, int index, ColumnType type) throws SQLException {
        Object value = row.getObject(index);
        if (value == null) {
            return null;
        }
        return switch (type) {
            case BOOLEAN -> value instanceof Number number ? number.intValue() != 0 : value;
            case JSON -> new Json(value.toString()).value();
            case TIMESTAMP -> Instant.parse(value.toString());
            case DATE -> LocalDate.parse(value.toString());
            case UUID -> java.util.UUID.fromString(value.toString());
            case DECIMAL -> new BigDecimal(value.toString());
            case INTEGER, REAL, TEXT, BLOB, OTHER -> value instanceof Integer number ? Long.valueOf(number) : value;
        };
    }

    @Override
    public ColumnType typeOf(String driverTypeName) {
        // what the driver calls an expression whose first value is null
        return driverTypeName.equals("NUMERIC") ? ColumnType.OTHER : ColumnType.of(driverTypeName);
    }

    @Override
    public void lockSchema(Connection connection) {
        // the transaction has the write lock already
    }

    @Override
    public List<ColumnInfo> columns(Connection connection, String table) throws SQLException {
        int dot = table.indexOf('.');
        String schema = dot < 0 ? null : table.substring(0, dot);
        List<ColumnInfo> columns = new ArrayList<>();
        String sql = "SELECT name, type, pk, (SELECT count(*) FROM pragma_table_info(?1, ?2) WHERE pk > 0) AS keys"
                + " FROM pragma_table_info(?1, ?2) ORDER BY cid";
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, table.substring(dot + 1));
            statement.setString(2, schema);
            try (ResultSet row = statement.executeQuery()) {
                while (row.next()) {
                    boolean key = row.getInt("pk") > 0;
                    boolean generated =
                            key && row.getInt("keys") == 1 && "INTEGER".equalsIgnoreCase(row.getString("type"));
                    columns.add(new ColumnInfo(
                            row.getString("name"), ColumnType.of(row.getString("type")), key, generated));
                }
            }
        }
        return columns;
    }

    @Override
    public Failure failure(SQLException error) {
        return SqliteFailures.explain(error);
    }
}
