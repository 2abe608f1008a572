package dev.aide.server.token;

import dev.aide.store.Schema;

/** The tables in which tokens and keys are kept; hashes and ids only, nothing that could be used to log in. */
final class SecurityTables {
    static final String REVOKED = "aide_revoked";
    static final String GENERATIONS = "aide_generations";
    static final String REFRESH_TOKENS = "aide_refresh_tokens";
    static final String API_KEYS = "aide_api_keys";

    private SecurityTables() {}

    static Schema tokens() {
        return Schema.builder()
                .table(REVOKED, "id TEXT PRIMARY KEY, expires_at INTEGER NOT NULL, changed INTEGER NOT NULL DEFAULT 0")
                .table(
                        GENERATIONS,
                        "user_id TEXT PRIMARY KEY, generation INTEGER NOT NULL, expires_at INTEGER NOT NULL,"
                                + " changed INTEGER NOT NULL DEFAULT 0")
                .table(
                        REFRESH_TOKENS,
                        "hash TEXT PRIMARY KEY, session TEXT NOT NULL, user_id TEXT NOT NULL, scopes JSON NOT NULL,"
                                + " roles JSON NOT NULL, spent BOOLEAN NOT NULL, expires_at INTEGER NOT NULL")
                .index(REVOKED, "changed")
                .index(REFRESH_TOKENS, "session")
                .index(REFRESH_TOKENS, "user_id")
                .build();
    }

    static Schema apiKeys() {
        return Schema.builder()
                .table(
                        API_KEYS,
                        "prefix TEXT PRIMARY KEY, hash TEXT NOT NULL, name TEXT NOT NULL, user_id TEXT NOT NULL,"
                                + " scopes JSON NOT NULL, roles JSON NOT NULL, created_at TIMESTAMP NOT NULL,"
                                + " expires_at TIMESTAMP")
                .index(API_KEYS, "user_id")
                .build();
    }
}
