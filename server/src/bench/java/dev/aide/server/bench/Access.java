package dev.aide.server.bench;

import dev.aide.server.limit.RateLimit;
import dev.aide.server.token.Grant;
import dev.aide.server.token.KeyRing;
import dev.aide.server.token.SigningKey;
import dev.aide.server.token.TokenOptions;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** Who may order, and how often: the same for all contenders. */
final class Access {
    static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    static final String ISSUER = "https://shop.example.com";
    static final String AUDIENCE = "orders";
    static final String KEY_ID = "k1";
    static final String SCOPE = "orders:write";

    /** High enough to be never reached, and counted all the same. */
    static final RateLimit LIMIT = RateLimit.perUser(1_000_000_000, Duration.ofHours(1));

    private Access() {}

    /** The portal's tokens, in a database of their own. */
    static Tokens tokens() throws IOException {
        Path folder = Files.createTempDirectory("portal-bench-");
        return Tokens.open(
                Database.open("jdbc:sqlite:" + folder.resolve("tokens.db")),
                TokenOptions.builder()
                        .issuer(ISSUER)
                        .audience(AUDIENCE)
                        .keys(KeyRing.signingWith(SigningKey.hmac(KEY_ID, SECRET)))
                        .accessLifetime(Duration.ofHours(2))
                        .build());
    }

    /** A token that all contenders let in. */
    static String token() throws IOException {
        return tokens().issue(Grant.of("ada", SCOPE)).accessToken();
    }
}
