package dev.aide.store;

import dev.aide.store.sql.Dialect;
import dev.aide.store.sql.Failure;
import dev.aide.store.sql.FailureReason;
import dev.aide.store.sql.Values;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs statements on one connection: times them, and says in words what went wrong. For one thread at a time. */
final class Statements {
    private static final Logger LOG = LoggerFactory.getLogger(Statements.class);
    private static final int CHUNK = 256;
    private static final Pattern CHANGES_THE_CONNECTION =
            Pattern.compile("(?i)\\s*(ATTACH|DETACH|PRAGMA|SET|LISTEN|CREATE\\s+(TEMP|TEMPORARY))\\b");

    private final SharedDatabase shared;
    private final Link link;

    Statements(SharedDatabase shared, Link link) {
        this.shared = shared;
        this.link = link;
    }

    static void bind(Dialect dialect, PreparedStatement statement, List<Object> arguments) throws SQLException {
        for (int i = 0; i < arguments.size(); i++) {
            dialect.bind(statement, i + 1, arguments.get(i));
        }
    }

    int update(String sql, List<Object> arguments, String table) {
        return run(sql, arguments, table, () -> {
            PreparedStatement statement = link.take(sql);
            try {
                bind(shared.dialect(), statement, arguments);
                int changed = statement.executeUpdate();
                link.giveBack(sql, statement);
                return changed;
            } catch (SQLException e) {
                statement.close();
                throw e;
            }
        });
    }

    int batch(String sql, List<List<Object>> batch, String table) {
        return run(sql, batch.get(0), table, () -> {
            PreparedStatement statement = link.take(sql);
            try {
                for (List<Object> arguments : batch) {
                    bind(shared.dialect(), statement, arguments);
                    statement.addBatch();
                }
                int changed = 0;
                for (int count : statement.executeBatch()) {
                    changed += count;
                }
                link.giveBack(sql, statement);
                return changed;
            } catch (SQLException e) {
                statement.close();
                throw e;
            }
        });
    }

    List<Row> list(Select select, String table) {
        return run(select.sql(), select.arguments(), table, () -> {
            Cursor cursor = Cursor.open(link, shared.dialect(), select, 0);
            try {
                return cursor.next(Integer.MAX_VALUE);
            } finally {
                cursor.close();
            }
        });
    }

    /** Rows one chunk after the other: each chunk is one call into the driver. */
    RowIterator iterate(Select select) {
        Cursor cursor =
                run(select.sql(), select.arguments(), null, () -> Cursor.open(link, shared.dialect(), select, CHUNK));
        return new RowIterator(
                () -> run(select.sql(), select.arguments(), null, () -> cursor.next(CHUNK)),
                () -> run(select.sql(), select.arguments(), null, () -> {
                    cursor.close();
                    return null;
                }));
    }

    /** A step around statements, such as a commit, named for messages. */
    void step(String name, Step step) {
        run(name, List.of(), null, () -> {
            step.run();
            return null;
        });
    }

    private <T> T run(String sql, List<Object> arguments, String table, NativeCalls.Call<T> call) {
        if (CHANGES_THE_CONNECTION.matcher(sql).lookingAt()) {
            link.taint();
        }
        long start = System.nanoTime();
        try {
            return shared.call(call);
        } catch (SQLException e) {
            throw explain(e, sql, arguments, table);
        } finally {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            if (took.compareTo(shared.options().slowStatement()) > 0) {
                LOG.warn("slow statement, {} ms: {}", took.toMillis(), sql);
            }
        }
    }

    private StoreException explain(SQLException error, String sql, List<Object> arguments, String table) {
        SQLException cause = error.getNextException() != null ? error.getNextException() : error;
        Failure failure = shared.dialect().failure(cause);
        String types = arguments.stream()
                .map(value -> value == null ? "null" : value.getClass().getSimpleName())
                .collect(Collectors.joining(", ", " [", "]"));
        String place = ", in: " + sql + (arguments.isEmpty() ? "" : types);
        if (failure.reason() == FailureReason.CONSTRAINT) {
            String known = failure.table() != null ? failure.table() : table;
            return new ConstraintException(failure, known, failure.sentence() + place, cause);
        }
        String holder = failure.reason() == FailureReason.LOCKED
                ? ": waited " + shared.options().lockTimeout().toMillis() + " ms for "
                        + shared.links().lockHolder()
                : "";
        if (failure.reason() == FailureReason.DISCONNECTED) {
            link.taint();
        }
        return new StoreException(failure, failure.sentence() + holder + place, cause);
    }

    /** Something done to the connection. */
    interface Step {
        void run() throws SQLException;
    }

    /** The values that are bound, in order. */
    static List<Object> arguments(Object... values) {
        List<Object> bound = new ArrayList<>();
        for (Object value : values) {
            bound.add(Values.bindable(value));
        }
        return bound;
    }
}
