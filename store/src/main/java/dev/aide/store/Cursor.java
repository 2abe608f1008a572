package dev.aide.store;

import dev.aide.store.sql.ColumnType;
import dev.aide.store.sql.Dialect;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the rows of one result, some at a time. For one thread at a time. */
final class Cursor {
    private final Link link;
    private final Dialect dialect;
    private final Select select;
    private final PreparedStatement statement;
    private final ResultSet rows;
    private final String[] labels;
    private final ColumnType[] types;

    private Cursor(Link link, Dialect dialect, Select select, PreparedStatement statement) throws SQLException {
        this.link = link;
        this.dialect = dialect;
        this.select = select;
        this.statement = statement;
        this.rows = statement.executeQuery();
        ResultSetMetaData columns = rows.getMetaData();
        labels = new String[columns.getColumnCount()];
        types = new ColumnType[labels.length];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = columns.getColumnLabel(i + 1);
            types[i] =
                    select.types() != null ? select.types().get(i) : dialect.typeOf(columns.getColumnTypeName(i + 1));
        }
    }

    static Cursor open(Link link, Dialect dialect, Select select, int fetchSize) throws SQLException {
        PreparedStatement statement = link.take(select.sql());
        try {
            Statements.bind(dialect, statement, select.arguments());
            statement.setFetchSize(fetchSize);
            return new Cursor(link, dialect, select, statement);
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
    }

    /** The next rows, fewer than asked for only at the end. */
    List<Row> next(int atMost) throws SQLException {
        List<Row> read = new ArrayList<>();
        while (read.size() < atMost && rows.next()) {
            Map<String, Object> values = new LinkedHashMap<>();
            for (int i = 0; i < labels.length; i++) {
                values.put(labels[i], dialect.read(rows, i + 1, types[i]));
            }
            read.add(new Row(values));
        }
        return read;
    }

    void close() throws SQLException {
        rows.close();
        link.giveBack(select.sql(), statement);
    }
}
