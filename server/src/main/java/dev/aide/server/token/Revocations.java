package dev.aide.server.token;

import static dev.aide.store.Condition.where;

import dev.aide.store.Database;
import dev.aide.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is no longer good, although its signature is: single tokens and sessions by id, and all of a user's by generation.
 * The database has it first, so that it outlives a crash; what is asked is the memory.
 *
 * <p>Safe for use by many threads.
 */
final class Revocations {
    private final Database database;
    private final Map<String, Long> revokedUntil = new ConcurrentHashMap<>();
    private final Map<String, Generation> generations = new ConcurrentHashMap<>();

    Revocations(Database database) {
        this.database = database;
        database.fetch(SecurityTables.REVOKED)
                .forEach(row -> revokedUntil.put(row.text("id"), row.number("expires_at")));
        database.fetch(SecurityTables.GENERATIONS)
                .forEach(row -> generations.put(
                        row.text("user_id"), new Generation(row.number("generation"), row.number("expires_at"))));
    }

    /** Refuses a token or session from now on, until it expires by itself. */
    void revoke(String id, Instant expiresAt) {
        database.inTransaction(session -> {
            insert(session, id, expiresAt);
            return null;
        });
        remember(id, expiresAt);
    }

    /** The database's part of {@link #revoke}, for a transaction of the caller, who then calls {@link #remember}. */
    static void insert(Session session, String id, Instant expiresAt) {
        session.upsert(SecurityTables.REVOKED, Map.of("id", id, "expires_at", expiresAt.toEpochMilli()), "id");
    }

    void remember(String id, Instant expiresAt) {
        revokedUntil.put(id, expiresAt.toEpochMilli());
    }

    /** Refuses all tokens that the user has now. */
    synchronized void revokeAll(String user, Instant now, Duration longestLifetime) {
        long next = Math.max(generationOf(user) + 1, now.toEpochMilli());
        long expiresAt = now.plus(longestLifetime).toEpochMilli();
        database.upsert(
                SecurityTables.GENERATIONS,
                Map.of("user_id", user, "generation", next, "expires_at", expiresAt),
                "user_id");
        generations.put(user, new Generation(next, expiresAt));
    }

    long generationOf(String user) {
        Generation generation = generations.get(user);
        return generation == null ? 0 : generation.number();
    }

    boolean isRevoked(AccessToken token) {
        return revokedUntil.containsKey(token.id())
                || revokedUntil.containsKey(token.session())
                || token.generation() < generationOf(token.grant().user());
    }

    /** Forgets what has expired by itself. */
    synchronized void prune(Instant now) {
        long millis = now.toEpochMilli();
        database.delete(SecurityTables.REVOKED, where("expires_at").below(millis));
        database.delete(SecurityTables.GENERATIONS, where("expires_at").below(millis));
        revokedUntil.values().removeIf(expiresAt -> expiresAt < millis);
        generations.values().removeIf(generation -> generation.expiresAt() < millis);
    }

    int size() {
        return revokedUntil.size() + generations.size();
    }

    private record Generation(long number, long expiresAt) {}
}
