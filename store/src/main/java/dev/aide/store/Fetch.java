package dev.aide.store;

import dev.aide.store.sql.ColumnType;
import dev.aide.store.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads from one table: {@code db.fetch("users").columns("id", "meta::role as
 * role").where(where("age").atLeast(18)).orderBy("name").limit(10).list()}. Immutable: each method gives a new one.
 */
public final class Fetch extends Rows {
    private static final Pattern ALIASED = Pattern.compile("(?i)\\s*(\\S+)\\s+AS\\s+(\\S+)\\s*");
    private static final Pattern SORTED = Pattern.compile("(?i)\\s*(\\S+?)(?:\\s+(ASC|DESC))?\\s*");

    private final Access access;
    private final String table;
    private final List<String> columns;
    private final Condition condition;
    private final List<String> order;
    private final int limit;
    private final int offset;

    Fetch(Access access, String table) {
        this(access, table, List.of(), Condition.everyRow(), List.of(), -1, 0);
    }

    private Fetch(
            Access access,
            String table,
            List<String> columns,
            Condition condition,
            List<String> order,
            int limit,
            int offset) {
        super(access);
        this.access = access;
        this.table = table;
        this.columns = columns;
        this.condition = condition;
        this.order = order;
        this.limit = limit;
        this.offset = offset;
    }

    /** Only these columns; a path into a JSON column needs a name: {@code meta::address::city as city}. */
    public Fetch columns(String... columns) {
        return new Fetch(access, table, List.of(columns), condition, order, limit, offset);
    }

    /** Only the rows of the condition. */
    public Fetch where(Condition condition) {
        return new Fetch(access, table, columns, condition, order, limit, offset);
    }

    /** Only the rows of a condition in SQL; see {@link Condition#sql}. */
    public Fetch where(String sql, Object... values) {
        return where(Condition.sql(sql, values));
    }

    /** Sorted by columns or JSON paths, each may end with {@code asc} or {@code desc}; nulls are the smallest. */
    public Fetch orderBy(String... order) {
        return new Fetch(access, table, columns, condition, List.of(order), limit, offset);
    }

    /** At most so many rows. */
    public Fetch limit(int limit) {
        return new Fetch(access, table, columns, condition, order, limit, offset);
    }

    /** Without so many rows at the beginning. */
    public Fetch offset(int offset) {
        return new Fetch(access, table, columns, condition, order, limit, offset);
    }

    /** How many rows, whatever the limit. */
    public long count() {
        return access.withSession(session -> {
            Rendering rendering = new Rendering(session.table(table), session.dialect());
            String sql =
                    "SELECT count(*) AS n FROM " + Identifier.quote(table) + " WHERE " + condition.render(rendering);
            return session.list(new Select(sql, rendering.arguments(), null))
                    .get(0)
                    .number("n");
        });
    }

    @Override
    public Optional<Row> first() {
        return limit(1).list().stream().findFirst();
    }

    @Override
    Select select(Session session) {
        Table known = session.table(table);
        Rendering rendering = new Rendering(known, session.dialect());
        List<ColumnType> types = new ArrayList<>();
        List<String> selected = new ArrayList<>();
        for (String column : columns.isEmpty() ? known.columnNames() : columns) {
            Matcher aliased = ALIASED.matcher(column);
            String source = aliased.matches() ? aliased.group(1) : column.strip();
            types.add(rendering.type(source));
            selected.add(rendering.selected(source) + " AS "
                    + Identifier.quote(aliased.matches() ? aliased.group(2) : source));
        }
        StringBuilder sql = new StringBuilder("SELECT " + String.join(", ", selected) + " FROM "
                + Identifier.quote(table) + " WHERE " + condition.render(rendering));
        if (!order.isEmpty()) {
            sql.append(" ORDER BY ")
                    .append(String.join(
                            ", ",
                            order.stream().map(key -> sortKey(key, rendering)).toList()));
        }
        if (limit >= 0 || offset > 0) {
            sql.append(" LIMIT ").append(rendering.bind(limit >= 0 ? (long) limit : Long.MAX_VALUE));
            sql.append(" OFFSET ").append(rendering.bind((long) offset));
        }
        return new Select(sql.toString(), rendering.arguments(), types);
    }

    private static String sortKey(String key, Rendering rendering) {
        Matcher sorted = SORTED.matcher(key);
        if (!sorted.matches()) {
            throw new IllegalArgumentException(
                    "'" + key + "' is no sort key: write a column or path, then asc or desc");
        }
        return rendering.order(sorted.group(1), !"desc".equalsIgnoreCase(sorted.group(2)));
    }
}
