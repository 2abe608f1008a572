package dev.aide.server.token;

import static dev.aide.store.Condition.where;

import dev.aide.store.Database;
import dev.aide.store.Session;
import java.time.Instant;
import java.util.Map;

/**
 * What is no longer good, for all processes. On PostgreSQL each row has the id of the transaction that wrote it last, so that
 * others can read what is new.
 *
 * <p>Safe for use by many threads.
 */
final class RevocationTable {
    /** Told when something is revoked. */
    static final String SIGNAL = "aide_revoked";

    private final Database database;
    private final boolean isShared;

    RevocationTable(Database database) {
        this.database = database;
        this.isShared = !database.dialect().embedded();
    }

    /** Whether other processes use it too. */
    boolean isShared() {
        return isShared;
    }

    /** Lets nobody else begin, go on with or end a user's sessions until the transaction ends. */
    void holdSessionsOf(Session session, String user) {
        // on SQLite there is one writer at a time anyway
        if (isShared) {
            session.query("SELECT pg_advisory_xact_lock(hashtextextended(?, 0))", "aide sessions " + user)
                    .list();
        }
    }

    void revoke(Session session, String id, Instant expiresAt) {
        session.upsert(
                SecurityTables.REVOKED,
                Map.of("id", id, "expires_at", expiresAt.toEpochMilli(), "changed", transactionOf(session)),
                "id");
        session.signal(SIGNAL);
    }

    /** Begins the next generation of a user's tokens, and returns its number. */
    long nextGeneration(Session session, String user, Instant now, Instant expiresAt) {
        long next = Math.max(generationOf(session, user) + 1, now.toEpochMilli());
        session.upsert(
                SecurityTables.GENERATIONS,
                Map.of(
                        "user_id",
                        user,
                        "generation",
                        next,
                        "expires_at",
                        expiresAt.toEpochMilli(),
                        "changed",
                        transactionOf(session)),
                "user_id");
        session.signal(SIGNAL);
        return next;
    }

    long generationOf(Session session, String user) {
        return session.fetch(SecurityTables.GENERATIONS)
                .where(where("user_id").is(user))
                .first()
                .map(row -> row.number("generation"))
                .orElse(0L);
    }

    private long transactionOf(Session session) {
        return isShared ? number(session, "pg_current_xact_id()") : 0;
    }

    /**
     * Tells a process what was written since a position.
     *
     * @return the position to go on from. What began before it has ended, so that nothing is missed that is committed late
     */
    long read(long since, Revocations known) {
        return database.inSnapshot(session -> {
            session.fetch(SecurityTables.REVOKED)
                    .where(where("changed").atLeast(since))
                    .forEach(row -> known.refuse(row.text("id"), Instant.ofEpochMilli(row.number("expires_at"))));
            session.fetch(SecurityTables.GENERATIONS)
                    .where(where("changed").atLeast(since))
                    .forEach(row -> known.refuseBefore(
                            row.text("user_id"),
                            row.number("generation"),
                            Instant.ofEpochMilli(row.number("expires_at"))));
            return isShared ? number(session, "pg_snapshot_xmin(pg_current_snapshot())") : 0;
        });
    }

    private static long number(Session session, String xid) {
        return session.query("SELECT CAST(CAST(" + xid + " AS TEXT) AS BIGINT) AS number")
                .first()
                .orElseThrow()
                .number("number");
    }

    /** Deletes what has expired by itself. */
    void prune(Instant now) {
        database.delete(SecurityTables.REVOKED, where("expires_at").below(now.toEpochMilli()));
        database.delete(SecurityTables.GENERATIONS, where("expires_at").below(now.toEpochMilli()));
    }
}
