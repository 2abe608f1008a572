package dev.aide.server.token;

import static dev.aide.store.Condition.where;

import dev.aide.store.Database;
import dev.aide.store.Row;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Keys for programs: {@code ak_} prefix {@code _} secret. The database has the prefix and a hash of the secret; the key
 * is shown once, when it is made.
 *
 * <p>Safe for use by many threads.
 */
public final class ApiKeys {
    private static final int PREFIX_BYTES = 9;
    private static final int SECRET_BYTES = 32;
    private static final Pattern KEY = Pattern.compile("ak_([A-Za-z0-9]{12})_([A-Za-z0-9_-]{43})");
    private static final String HASH_OF_NO_KEY = Secrets.hash("no key has this hash");

    private final Database database;
    private final Clock clock;
    private final Secrets secrets = new Secrets();

    private ApiKeys(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Opens the API keys of a database, and makes their table if it is not there. */
    public static ApiKeys open(Database database) {
        return open(database, Clock.systemUTC());
    }

    /** Opens the API keys of a database, with another clock. */
    public static ApiKeys open(Database database, Clock clock) {
        database.apply(SecurityTables.apiKeys());
        return new ApiKeys(database, clock);
    }

    /**
     * Makes a key that lasts until it is revoked.
     *
     * @return the key; it is nowhere else
     */
    public String create(String name, Grant grant) {
        return create(name, grant, null);
    }

    /**
     * Makes a key.
     *
     * @param expiresAt when it ends; null for a key that lasts until it is revoked
     * @return the key; it is nowhere else
     */
    public String create(String name, Grant grant, Instant expiresAt) {
        // a prefix of letters and digits only, so that a key has exactly two underscores before its secret
        String prefix = secrets.word(PREFIX_BYTES).replace('-', 'a').replace('_', 'b');
        String secret = secrets.word(SECRET_BYTES);
        Map<String, Object> row = new HashMap<>();
        row.put("prefix", prefix);
        row.put("hash", Secrets.hash(secret));
        row.put("name", name);
        row.put("user_id", grant.user());
        row.put("scopes", List.copyOf(grant.scopes()));
        row.put("roles", List.copyOf(grant.roles()));
        row.put("created_at", clock.instant());
        row.put("expires_at", expiresAt);
        database.insert(SecurityTables.API_KEYS, row);
        return "ak_" + prefix + "_" + secret;
    }

    /** Whose key this is; empty if it is none, was revoked or has expired. */
    public Optional<ApiKey> verify(String key) {
        Matcher parts = KEY.matcher(key);
        if (!parts.matches()) {
            return Optional.empty();
        }
        Optional<Row> row = database.fetch(SecurityTables.API_KEYS)
                .where(where("prefix").is(parts.group(1)))
                .first();
        String hash = row.map(found -> found.text("hash")).orElse(HASH_OF_NO_KEY);
        boolean isRight = Secrets.areEqual(hash, Secrets.hash(parts.group(2)));
        return row.filter(found -> isRight)
                .map(ApiKeys::apiKey)
                .filter(found -> found.expiresAt()
                        .filter(end -> !clock.instant().isBefore(end))
                        .isEmpty());
    }

    /** A user's keys, the oldest first. */
    public List<ApiKey> list(String user) {
        return database.fetch(SecurityTables.API_KEYS)
                .where(where("user_id").is(user))
                .orderBy("created_at")
                .map(ApiKeys::apiKey);
    }

    /**
     * Ends a user's key at once.
     *
     * @return false if the user has no such key
     */
    public boolean revoke(String user, String prefix) {
        return database.delete(
                        SecurityTables.API_KEYS,
                        where("user_id").is(user).and(where("prefix").is(prefix)))
                > 0;
    }

    private static ApiKey apiKey(Row row) {
        return new ApiKey(
                row.text("prefix"),
                row.text("name"),
                new Grant(row.text("user_id"), words(row, "scopes"), words(row, "roles")),
                row.instant("created_at"),
                Optional.ofNullable(row.instant("expires_at")));
    }

    private static Set<String> words(Row row, String column) {
        return ((Collection<?>) row.get(column)).stream().map(String::valueOf).collect(Collectors.toUnmodifiableSet());
    }
}
