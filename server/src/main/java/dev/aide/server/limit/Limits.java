package dev.aide.server.limit;

import dev.aide.store.Database;
import java.util.function.LongSupplier;

/**
 * Where rate limits are counted: in the memory of this process, or in a database for all nodes together.
 *
 * <p>Safe for use by many threads.
 */
public interface Limits {

    /** In this process's memory, each process for itself. */
    static Limits inMemory() {
        return inMemory(System::nanoTime);
    }

    /** In this process's memory, by another clock, one like {@link System#nanoTime}. */
    static Limits inMemory(LongSupplier nanos) {
        return (name, limit) -> new MemoryLimiter(limit, nanos);
    }

    /**
     * In a PostgreSQL database, for all nodes that use it: together they never grant more than the limit. While the
     * database can't be asked, what is limited is answered with 503. Close the database after the portal.
     *
     * @throws IllegalArgumentException if the database is not PostgreSQL
     * @throws dev.aide.store.StoreException if it can't be reached
     */
    static Limits shared(Database database) {
        return DatabaseLimits.on(database);
    }

    /**
     * Begins to apply a limit.
     *
     * @param name what is limited; limits of the same name and the same numbers count together
     */
    Limiter limiter(String name, RateLimit limit);

    /** Whether something else than this process is needed to count, such as a database. */
    default boolean isShared() {
        return false;
    }

    /** Whether requests can be counted now. */
    default boolean isReachable() {
        return true;
    }
}
