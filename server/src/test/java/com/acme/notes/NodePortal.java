package com.acme.notes;

import dev.aide.server.Portal;
import dev.aide.server.gate.Account;
import dev.aide.server.gate.Accounts;
import dev.aide.server.gate.Gate;
import dev.aide.server.gate.Logins;
import dev.aide.server.http.Request;
import dev.aide.server.limit.Limits;
import dev.aide.server.limit.RateLimit;
import dev.aide.server.token.ApiKeys;
import dev.aide.server.token.Grant;
import dev.aide.server.token.KeyRing;
import dev.aide.server.token.Passwords;
import dev.aide.server.token.SigningKey;
import dev.aide.server.token.TokenOptions;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import dev.aide.store.DatabaseOptions;
import dev.aide.store.Schema;
import dev.aide.store.schedule.Scheduler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** One of several portals on one PostgreSQL, in a JVM of its own, which ends when its input does. */
public final class NodePortal {
    /** The limit of {@code /hot}. */
    public static final RateLimit HOT = RateLimit.perEndpoint(100, Duration.ofSeconds(4));

    /** The limit of {@code /wide}, of which a node that is busy leases many places at once, for 20 seconds at most. */
    public static final RateLimit WIDE = RateLimit.perEndpoint(2_000, Duration.ofSeconds(320));

    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);

    private NodePortal() {}

    /** Who logs in. */
    public record Name(String name) {}

    /** What is refreshed. */
    public record Refresh(String refreshToken) {}

    /**
     * Starts it.
     *
     * @param args the database's URL
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        DatabaseOptions options =
                DatabaseOptions.builder().lockTimeout(Duration.ofSeconds(10)).build();
        try (Database database = Database.open(args[0], options)) {
            database.apply(Schema.of(Map.of("runs", "id INTEGER PRIMARY KEY, name TEXT NOT NULL")));
            Limits limits = Limits.shared(database);
            Tokens tokens = Tokens.open(database, tokenOptions());
            ApiKeys keys = ApiKeys.open(database);
            Scheduler scheduler = Scheduler.builder()
                    .database(database)
                    .lease(Duration.ofSeconds(10))
                    .start();
            for (int i = 0; i < 5; i++) {
                String name = "once-" + i;
                scheduler.runOnce(name, () -> database.insert("runs", Map.of("name", name)));
            }
            scheduler.runEvery("tick", Duration.ofSeconds(1), () -> database.insert("runs", Map.of("name", "tick")));
            Portal portal = Portal.builder()
                    .port(0)
                    .limits(limits)
                    .tokens(tokens)
                    .apiKeys(keys)
                    .logins(new Logins(new OnlyAda(), Passwords.argon2id(1024, 1), limits))
                    .get("/hot")
                    .gate(Gate.open().limit(HOT))
                    .handle(request -> Map.of("status", true))
                    .get("/wide")
                    .gate(Gate.open().limit(WIDE))
                    .handle(request -> Map.of("status", true))
                    .post("/login")
                    .gate(Gate.open())
                    .handle(Name.class, (in, request) -> tokens.issue(Grant.of(in.name())))
                    .post("/refresh")
                    .gate(Gate.open())
                    .handle(Refresh.class, (in, request) -> tokens.refresh(in.refreshToken()))
                    .get("/me")
                    .gate(Gate.bearer())
                    .handle(NodePortal::me)
                    .post("/logout")
                    .gate(Gate.bearer())
                    .handle(request -> {
                        tokens.revoke(request.authorization("Bearer").orElseThrow());
                        return Map.of("status", true);
                    })
                    .post("/logout-everywhere")
                    .gate(Gate.bearer())
                    .handle(request -> {
                        tokens.revokeAll(request.caller().id());
                        return Map.of("status", true);
                    })
                    .post("/keys")
                    .gate(Gate.bearer())
                    .handle(request -> Map.of(
                            "key", keys.create("test", Grant.of(request.caller().id()))))
                    .delete("/keys")
                    .gate(Gate.apiKey())
                    .handle(request -> Map.of(
                            "status",
                            keys.revoke(request.caller().id(), request.caller().credential())))
                    .get("/with-key")
                    .gate(Gate.apiKey())
                    .handle(NodePortal::me)
                    .get("/with-password")
                    .gate(Gate.basic())
                    .handle(NodePortal::me)
                    .build()
                    .start();
            System.out.println("listening on " + portal.url());
            while (System.in.read() >= 0) {
                // its end is what counts
            }
            portal.stop();
            scheduler.stop();
        }
    }

    private static Map<String, String> me(Request request) {
        return Map.of("id", request.caller().id());
    }

    private static TokenOptions tokenOptions() {
        return TokenOptions.builder()
                .issuer("https://notes.example.com")
                .audience("notes-api")
                .keys(KeyRing.signingWith(SigningKey.hmac("2026", SECRET)))
                .build();
    }

    private static final class OnlyAda implements Accounts {
        private final Account ada =
                new Account(Grant.of("ada"), Passwords.argon2id(1024, 1).hash("correct horse"));

        @Override
        public Optional<Account> find(String name) {
            return Optional.of(ada).filter(unused -> name.equals("ada"));
        }

        @Override
        public void passwordRehashed(String userId, String passwordHash) {}
    }
}
