package dev.aide.store;

import dev.aide.store.sql.ColumnType;
import dev.aide.store.sql.Dialect;
import dev.aide.store.sql.FailureReason;
import dev.aide.store.sql.Identifier;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/**
 * One connection for the length of a block: temporary tables and attached files last as long as the session.
 *
 * <p>For one thread at a time, and only inside its block.
 */
public final class Session implements Access {
    private static final Pattern READS = Pattern.compile("(?i)\\s*(SELECT|WITH|VALUES|EXPLAIN|PRAGMA|SHOW)\\b");
    private static final Pattern CONTROLS =
            Pattern.compile("(?i)\\s*(BEGIN|COMMIT|END|ROLLBACK|SAVEPOINT|RELEASE|START)\\b");
    private static final Pattern CHANGES_TABLES = Pattern.compile("(?i)\\s*(CREATE|ALTER|DROP)\\b");

    private final SharedDatabase shared;
    private final Link link;
    private final Statements statements;
    private final Set<String> signals = new LinkedHashSet<>();
    private int depth;
    private boolean readOnly;
    private boolean ended;

    Session(SharedDatabase shared, Link link) {
        this.shared = shared;
        this.link = link;
        this.statements = new Statements(shared, link);
    }

    @Override
    public <T> T withSession(Work<T> work) {
        return work.with(this);
    }

    /**
     * Runs the work in a transaction: committed when the work returns, rolled back when it throws. Inside another it is
     * a savepoint: what it throws undoes its own part only, if the outer block catches it.
     *
     * <p>On SQLite the one turn to write is held until the end, so keep it short. With files attached, a transaction
     * over several of them is not atomic across them if the machine fails during the commit (a limit of WAL).
     *
     * @throws IllegalStateException if this thread is in a write transaction of another session, or in a snapshot
     */
    @Override
    public <T> T inTransaction(Work<T> work) {
        if (depth == 0) {
            return transaction(true, () -> work.with(this));
        }
        refuseInSnapshot();
        return savepoint(work);
    }

    /**
     * Runs reading work on one state of the database: what others commit meanwhile is not seen. Inside a transaction it
     * is part of that.
     */
    @Override
    public <T> T inSnapshot(Work<T> work) {
        return reading(() -> work.with(this));
    }

    <T> T reading(Supplier<T> work) {
        return depth == 0 ? transaction(false, work) : work.get();
    }

    private <T> T transaction(boolean writes, Supplier<T> work) {
        T result = committed(writes, work);
        // after the turn to write is given back, so that who wakes can take it
        shared.signals().send(signals);
        signals.clear();
        return result;
    }

    private <T> T committed(boolean writes, Supplier<T> work) {
        refuseAfterEnd();
        signals.clear();
        OpenTransaction transaction = OpenTransaction.here(writes);
        shared.enter(transaction);
        try {
            statements.step("BEGIN", () -> dialect().begin(link.connection(), writes));
            depth = 1;
            readOnly = !writes;
            T result = work.get();
            commit();
            return result;
        } catch (Throwable e) {
            rollBack(e);
            throw e;
        } finally {
            depth = 0;
            readOnly = false;
            shared.leave(transaction);
        }
    }

    private void commit() {
        try {
            statements.step("COMMIT", () -> dialect().commit(link.connection()));
        } catch (StoreException e) {
            throw e.duringCommit();
        }
    }

    private void rollBack(Throwable cause) {
        if (depth == 0) {
            // it did not begin; PostgreSQL's connection may be half-way in
            link.taint();
            return;
        }
        try {
            statements.step("ROLLBACK", () -> dialect().rollback(link.connection()));
        } catch (StoreException e) {
            // after a full disk or a lost server the database has rolled back by itself
            link.taint();
            cause.addSuppressed(e);
        }
    }

    private <T> T savepoint(Work<T> work) {
        String name = "s" + depth;
        statements.update("SAVEPOINT " + name, List.of(), null);
        depth++;
        try {
            T result = work.with(this);
            statements.update("RELEASE SAVEPOINT " + name, List.of(), null);
            return result;
        } catch (Throwable e) {
            undo(name, e);
            throw e;
        } finally {
            depth--;
        }
    }

    private void undo(String savepoint, Throwable cause) {
        try {
            statements.update("ROLLBACK TO SAVEPOINT " + savepoint, List.of(), null);
            statements.update("RELEASE SAVEPOINT " + savepoint, List.of(), null);
        } catch (StoreException e) {
            link.taint();
            cause.addSuppressed(e);
        }
    }

    @Override
    public long insert(String table, Object row) {
        Table known = table(table);
        Map<String, Object> values = known.bindable(row);
        BoundStatement insertion = BoundStatement.insertion(table, values);
        String generated = known.generated().orElse(null);
        if (generated == null || values.containsKey(generated)) {
            run(insertion);
            return -1;
        }
        Select returning = new Select(
                insertion.sql() + " RETURNING " + Identifier.quote(generated),
                insertion.arguments(),
                List.of(ColumnType.INTEGER));
        return writing(() -> statements.list(returning, table)).get(0).number(generated);
    }

    @Override
    public int insertAll(String table, Collection<?> rows) {
        Table known = table(table);
        return inTransaction(session -> {
            int inserted = 0;
            String sql = null;
            List<List<Object>> batch = new ArrayList<>();
            for (Object row : rows) {
                BoundStatement insertion = BoundStatement.insertion(table, known.bindable(row));
                if (!insertion.sql().equals(sql) && !batch.isEmpty()) {
                    inserted += statements.batch(sql, batch, table);
                    batch.clear();
                }
                sql = insertion.sql();
                batch.add(insertion.arguments());
            }
            return batch.isEmpty() ? inserted : inserted + statements.batch(sql, batch, table);
        });
    }

    @Override
    public int update(String table, Object values, Condition condition) {
        return run(BoundStatement.update(table(table), dialect(), values, condition));
    }

    @Override
    public void upsert(String table, Object row, String... keys) {
        run(BoundStatement.upsert(table, table(table).bindable(row), keys));
    }

    @Override
    public int delete(String table, Condition condition) {
        return run(BoundStatement.deletion(table(table), dialect(), condition));
    }

    int run(BoundStatement statement) {
        return writing(() -> statements.update(statement.sql(), statement.arguments(), statement.table()));
    }

    @Override
    public int execute(String sql, Object... values) {
        if (CONTROLS.matcher(sql).lookingAt()) {
            throw new IllegalArgumentException(
                    "transactions are begun and ended by inTransaction, not by '" + sql.strip() + "'");
        }
        try {
            return run(BoundStatement.of(sql, values));
        } finally {
            if (CHANGES_TABLES.matcher(sql).lookingAt()) {
                shared.forgetTables();
            }
        }
    }

    @Override
    public int executeAll(String sql, Collection<? extends List<?>> values) {
        List<List<Object>> batch =
                values.stream().map(row -> Statements.arguments(row.toArray())).toList();
        return batch.isEmpty() ? 0 : inTransaction(session -> statements.batch(sql, batch, null));
    }

    /**
     * Attaches another SQLite file under a name, until the session ends: {@code archive.users}. Not inside a
     * transaction.
     *
     * @throws UnsupportedOperationException on PostgreSQL, where schemas or postgres_fdw do this
     */
    public void attach(Path file, String name) {
        if (!dialect().embedded()) {
            throw new UnsupportedOperationException(
                    "ATTACH is SQLite's; PostgreSQL has schemas in one database, and postgres_fdw for others");
        }
        execute("ATTACH DATABASE ? AS " + Identifier.quote(name), file.toString());
    }

    /** Does in this session what {@link Database#apply} does. */
    public SchemaPlan apply(Schema schema) {
        return inTransaction(session -> {
            statements.step("LOCK", () -> dialect().lockSchema(link.connection()));
            shared.forgetTables();
            SchemaPlan plan = SchemaPlan.of(schema, this);
            plan.statements().forEach(this::execute);
            return plan;
        });
    }

    /** Tells {@link Database#onSignal} listeners of a name, when the transaction has committed. */
    public void signal(String name) {
        if (depth == 0) {
            shared.signals().send(Set.of(name));
        } else {
            signals.add(name);
        }
    }

    Void copyTo(Path file) {
        statements.update("VACUUM INTO ?", List.of(file.toString()), null);
        return null;
    }

    List<Row> list(Select select) {
        refuseAfterEnd();
        return READS.matcher(select.sql()).lookingAt()
                ? statements.list(select, null)
                : writing(() -> statements.list(select, null));
    }

    RowIterator iterate(Select select) {
        return statements.iterate(select);
    }

    Table table(String name) {
        refuseAfterEnd();
        return shared.table(name, link);
    }

    boolean hasTable(String name) {
        return shared.hasTable(name, link);
    }

    Dialect dialect() {
        return shared.dialect();
    }

    private <T> T writing(Supplier<T> statement) {
        refuseAfterEnd();
        if (depth > 0) {
            refuseInSnapshot();
            return statement.get();
        }
        OpenTransaction transaction = OpenTransaction.here(true);
        shared.enter(transaction);
        try {
            return statement.get();
        } catch (StoreException e) {
            throw e.duringCommit();
        } finally {
            shared.leave(transaction);
        }
    }

    private void refuseInSnapshot() {
        if (readOnly) {
            throw new StoreException(
                    FailureReason.READ_ONLY,
                    "this session is in a snapshot or a stream, which only read: put inTransaction around it to write");
        }
    }

    private void refuseAfterEnd() {
        if (ended) {
            throw new IllegalStateException("the session has ended with its block: do the work inside");
        }
    }

    void end() {
        ended = true;
    }
}
