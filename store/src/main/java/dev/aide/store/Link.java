package dev.aide.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A connection with its prepared statements. Used by one caller at a time; not safe for more.
 *
 * <p>A statement is taken out of the cache while it is in use, so that the same SQL can run inside its own result.
 */
final class Link {
    private final Connection connection;
    private final int capacity;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(16, 0.75f, true);
    private boolean tainted;

    Link(Connection connection, int capacity) {
        this.connection = connection;
        this.capacity = capacity;
    }

    Connection connection() {
        return connection;
    }

    PreparedStatement take(String sql) throws SQLException {
        PreparedStatement cached = idle.remove(sql);
        return cached != null ? cached : connection.prepareStatement(sql);
    }

    void giveBack(String sql, PreparedStatement statement) throws SQLException {
        if (capacity == 0 || tainted) {
            statement.close();
            return;
        }
        statement.clearParameters();
        PreparedStatement twin = idle.put(sql, statement);
        if (twin != null) {
            twin.close();
        }
        if (idle.size() > capacity) {
            String oldest = idle.keySet().iterator().next();
            idle.remove(oldest).close();
        }
    }

    /** Marks the connection as no longer like the others: attached files, temporary tables, settings, a failure. */
    void taint() {
        tainted = true;
    }

    boolean isTainted() {
        return tainted;
    }

    void close() throws SQLException {
        List<PreparedStatement> statements = new ArrayList<>(idle.values());
        idle.clear();
        for (PreparedStatement statement : statements) {
            statement.close();
        }
        connection.close();
    }
}
