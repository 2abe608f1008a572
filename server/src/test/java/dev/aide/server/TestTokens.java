package dev.aide.server;

import dev.aide.server.token.KeyRing;
import dev.aide.server.token.SigningKey;
import dev.aide.server.token.TokenOptions;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.nio.charset.StandardCharsets;

/** Tokens for tests that care only for whose they are. */
final class TestTokens {
    private static final byte[] SECRET = "a secret of thirty-two bytes ---".getBytes(StandardCharsets.UTF_8);

    private TestTokens() {}

    /** Opens them in a database: those of one node are good on all others of it. */
    static Tokens in(Database database) {
        return Tokens.open(
                database,
                TokenOptions.builder()
                        .issuer("issuer")
                        .audience("audience")
                        .keys(KeyRing.signingWith(SigningKey.hmac("k1", SECRET)))
                        .build());
    }
}
