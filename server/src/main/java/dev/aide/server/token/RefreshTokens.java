package dev.aide.server.token;

import static dev.aide.store.Condition.where;

import dev.aide.store.Database;
import dev.aide.store.Row;
import dev.aide.store.Session;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Refresh tokens: random words of which the database has the hash. Each is good once; a spent one that comes again was
 * copied, and ends its session (RFC 9700, 4.14.2).
 *
 * <p>Safe for use by many threads.
 */
final class RefreshTokens {
    private static final int BYTES = 32;

    private final Database database;
    private final Secrets secrets;

    RefreshTokens(Database database, Secrets secrets) {
        this.database = database;
        this.secrets = secrets;
    }

    String issue(Session session, String loginSession, Grant grant, Instant expiresAt) {
        String word = secrets.word(BYTES);
        session.insert(
                SecurityTables.REFRESH_TOKENS,
                Map.of(
                        "hash", Secrets.hash(word),
                        "session", loginSession,
                        "user_id", grant.user(),
                        "scopes", List.copyOf(grant.scopes()),
                        "roles", List.copyOf(grant.roles()),
                        "spent", false,
                        "expires_at", expiresAt.toEpochMilli()));
        return word;
    }

    /** Finds a token, in the transaction in which it will be spent. */
    Optional<Found> find(Session session, String word, Instant now) {
        return session.fetch(SecurityTables.REFRESH_TOKENS)
                .where(where("hash")
                        .is(Secrets.hash(word))
                        .and(where("expires_at").above(now.toEpochMilli())))
                .first()
                .map(RefreshTokens::found);
    }

    private static Found found(Row row) {
        return new Found(
                row.text("hash"),
                row.text("session"),
                new Grant(row.text("user_id"), words(row, "scopes"), words(row, "roles")),
                Boolean.TRUE.equals(row.get("spent")));
    }

    private static Set<String> words(Row row, String column) {
        return ((Collection<?>) row.get(column)).stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }

    /** Spends a token, unless somebody else was faster. */
    boolean spend(Session session, Found found) {
        return session.update(
                        SecurityTables.REFRESH_TOKENS,
                        Map.of("spent", true),
                        where("hash").is(found.hash()).and(where("spent").is(false)))
                == 1;
    }

    void endSession(Session session, String loginSession) {
        session.delete(SecurityTables.REFRESH_TOKENS, where("session").is(loginSession));
    }

    void endAllOf(Session session, String user) {
        session.delete(SecurityTables.REFRESH_TOKENS, where("user_id").is(user));
    }

    void prune(Instant now) {
        database.delete(SecurityTables.REFRESH_TOKENS, where("expires_at").below(now.toEpochMilli()));
    }

    /** A token that is there, spent or not. */
    record Found(String hash, String session, Grant grant, boolean isSpent) {}
}
