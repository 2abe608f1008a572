package dev.aide.store.schedule;

import static dev.aide.store.Condition.where;

import dev.aide.store.Condition;
import dev.aide.store.Database;
import dev.aide.store.Row;
import dev.aide.store.Schema;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** States in a table, shared by all processes on the database. */
final class DatabaseRuns implements RunStore {
    private static final String TABLE = "aide_schedule";
    private static final Schema TABLES = Schema.of(
            Map.of(
                    TABLE,
                    "name TEXT PRIMARY KEY, timing TEXT NOT NULL, due TIMESTAMP, claim INTEGER NOT NULL, lease_until TIMESTAMP"));

    private final Database database;

    private DatabaseRuns(Database database) {
        this.database = database;
    }

    static DatabaseRuns on(Database database) {
        database.apply(TABLES);
        return new DatabaseRuns(database);
    }

    @Override
    public void register(String name, Timing timing, Instant firstDue) {
        database.useTransaction(transaction -> {
            // on PostgreSQL this insert is what a second process waits for
            int inserted = transaction.execute(
                    "INSERT INTO aide_schedule (name, timing, due, claim) VALUES (?, ?, ?, 0)"
                            + " ON CONFLICT (name) DO NOTHING",
                    name,
                    timing.toString(),
                    firstDue);
            if (inserted == 0) {
                transaction.update(
                        TABLE,
                        values(timing, firstDue),
                        where("name").is(name).and(where("timing").isNot(timing.toString())));
            }
        });
    }

    private static Map<String, Object> values(Timing timing, Instant due) {
        Map<String, Object> values = new HashMap<>();
        values.put("timing", timing.toString());
        values.put("due", due);
        return values;
    }

    @Override
    public Optional<RunState> read(String name) {
        return database.fetch(TABLE)
                .columns("due", "claim", "lease_until")
                .where(where("name").is(name))
                .first()
                .map(DatabaseRuns::state);
    }

    private static RunState state(Row row) {
        return new RunState(row.instant("due"), row.number("claim"), row.instant("lease_until"));
    }

    @Override
    public boolean claim(String name, RunState seen, Instant due, Instant leaseUntil) {
        Map<String, Object> values = ending(due, leaseUntil);
        values.put("claim", seen.claim() + 1);
        return database.update(TABLE, values, isLast(name, seen.claim())) == 1;
    }

    @Override
    public void extend(String name, long claim, Instant leaseUntil) {
        database.update(TABLE, Map.of("lease_until", leaseUntil), isLast(name, claim));
    }

    @Override
    public void finish(String name, long claim, Instant due) {
        database.update(TABLE, ending(due, null), isLast(name, claim));
    }

    private static Map<String, Object> ending(Instant due, Instant leaseUntil) {
        Map<String, Object> values = new HashMap<>();
        values.put("due", due);
        values.put("lease_until", leaseUntil);
        return values;
    }

    private static Condition isLast(String name, long claim) {
        return where("name").is(name).and(where("claim").is(claim));
    }

    @Override
    public void remove(String name) {
        database.delete(TABLE, where("name").is(name));
    }
}
