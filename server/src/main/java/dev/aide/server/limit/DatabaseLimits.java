package dev.aide.server.limit;

import dev.aide.store.Database;
import java.time.Duration;

/** Counts in a table that all nodes share. Safe for use by many threads. */
final class DatabaseLimits implements Limits {
    private static final Duration MOST_WAIT = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final LimitTable table;

    private DatabaseLimits(LimitTable table) {
        this.table = table;
    }

    static DatabaseLimits on(Database database) {
        return on(database, MOST_WAIT);
    }

    /** Gives the database another time to answer. */
    static DatabaseLimits on(Database database, Duration mostWait) {
        if (database.dialect().embedded()) {
            throw new IllegalArgumentException("limits are shared by a PostgreSQL database; the nodes can't share "
                    + database + ", and one process alone counts with Limits.inMemory()");
        }
        return new DatabaseLimits(LimitTable.on(database, new PromptCalls(mostWait, PAUSE)));
    }

    @Override
    public Limiter limiter(String name, RateLimit limit) {
        return new DatabaseLimiter(name + " " + limit, limit, table);
    }

    @Override
    public boolean isShared() {
        return true;
    }

    @Override
    public boolean isReachable() {
        return table.isReachable();
    }
}
