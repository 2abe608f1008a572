package dev.aide.server.token;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.algorithms.Algorithm;
import dev.aide.store.Database;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The attacks and advice of RFC 8725, section by section. */
class Rfc8725Test {
    private static final byte[] SECRET = "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.UTF_8);
    private static final Grant ADA = Grant.of("ada", "notes:read");

    private final SettableClock clock = new SettableClock();

    @TempDir
    Path folder;

    private Database database;

    @BeforeEach
    void open() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("portal.db"));
    }

    @AfterEach
    void close() {
        database.close();
    }

    private Tokens tokens(KeyRing keys) {
        return Tokens.open(
                database,
                TokenOptions.builder()
                        .issuer("issuer")
                        .audience("audience")
                        .keys(keys)
                        .clock(clock)
                        .build());
    }

    private Tokens hmacTokens() {
        return tokens(KeyRing.signingWith(SigningKey.hmac("k1", SECRET)));
    }

    /** A token as the portal would write it, but for one change. */
    private String forged(UnaryOperator<JWTCreator.Builder> change, Algorithm algorithm) {
        JWTCreator.Builder builder = JWT.create()
                .withHeader(Map.of("typ", "at+jwt"))
                .withKeyId("k1")
                .withIssuer("issuer")
                .withAudience("audience")
                .withSubject("ada")
                .withJWTId("id")
                .withIssuedAt(clock.instant())
                .withExpiresAt(clock.instant().plusSeconds(60))
                .withClaim("sid", "session")
                .withClaim("gen", 0L)
                .withClaim("scope", "notes:read")
                .withClaim("roles", List.of());
        return change.apply(builder).sign(algorithm);
    }

    private void assertRefused(String token, String why) {
        assertThatThrownBy(() -> hmacTokens().verify(token))
                .isInstanceOf(TokenException.class)
                .hasMessage(why);
    }

    @Test
    void the_forger_of_this_test_writes_good_tokens_when_it_changes_nothing() {
        assertThat(hmacTokens()
                        .verify(forged(token -> token, Algorithm.HMAC256(SECRET)))
                        .grant())
                .isEqualTo(ADA);
    }

    @Test
    void section_2_1_and_3_1_the_algorithm_is_the_keys_and_none_is_none() throws Exception {
        assertRefused(forged(token -> token, Algorithm.none()), "the token's alg is not the one of its key");
        assertRefused(forged(token -> token, Algorithm.HMAC512(SECRET)), "the token's alg is not the one of its key");
        // the public RSA key as an HMAC secret
        KeyPair rsa = rsa(2048);
        Tokens rsaTokens = tokens(KeyRing.signingWith(
                SigningKey.rsa("k1", (RSAPublicKey) rsa.getPublic(), (RSAPrivateKey) rsa.getPrivate())));
        String confused =
                forged(token -> token, Algorithm.HMAC256(rsa.getPublic().getEncoded()));
        assertThatThrownBy(() -> rsaTokens.verify(confused)).hasMessage("the token's alg is not the one of its key");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "None", "NONE", "nOnE"})
    void section_2_1_none_is_refused_in_any_case_and_without_a_signature(String none) {
        String[] parts = forged(token -> token, Algorithm.HMAC256(SECRET)).split("\\.", -1);
        String header = Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(("{\"alg\":\"" + none + "\",\"typ\":\"at+jwt\",\"kid\":\"k1\"}")
                        .getBytes(StandardCharsets.UTF_8));

        assertRefused(header + "." + parts[1] + ".", "the token's alg is not the one of its key");
        assertThatThrownBy(() -> hmacTokens().verify(header + "." + parts[1] + "." + parts[2]))
                .isInstanceOf(TokenException.class);
    }

    @Test
    void section_3_2_signatures_are_checked() {
        String good = forged(token -> token, Algorithm.HMAC256(SECRET));
        String[] parts = good.split("\\.", -1);
        String otherPayload = forged(token -> token.withSubject("admin"), Algorithm.HMAC256(SECRET))
                .split("\\.", -1)[1];

        assertRefused(parts[0] + "." + otherPayload + "." + parts[2], "the token is not valid");
        assertRefused(parts[0] + "." + parts[1] + ".", "the token is not valid");
        assertRefused(
                forged(token -> token, Algorithm.HMAC256("another secret of 32 bytes length!!")),
                "the token is not valid");
        assertRefused("not.a.token", "the token is not valid");
        // null in Base64, as header, as payload, as both
        assertRefused("bnVsbA." + parts[1] + "." + parts[2], "the token is not valid");
        assertRefused(parts[0] + ".bnVsbA." + parts[2], "the token is not valid");
        assertRefused("bnVsbA.bnVsbA.bnVsbA", "the token is not valid");
        assertRefused("", "the token is not valid");
        assertRefused("a".repeat(9000), "the token is longer than 8192 characters");
    }

    @Test
    void section_3_5_weak_keys_are_refused_when_they_are_given() throws Exception {
        KeyPair weakRsa = rsa(1024);
        KeyPair otherCurve = ec("secp384r1");

        assertThatThrownBy(() -> SigningKey.hmac(
                        "weak", "31 bytes are not enough for this".substring(1).getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the secret of key 'weak' has 31 bytes; HS256 needs 32 random ones or more");
        assertThatThrownBy(() -> SigningKey.rsa("weak", (RSAPublicKey) weakRsa.getPublic(), null))
                .hasMessage("key 'weak' has 1024 bits; RS256 needs 2048 or more");
        assertThatThrownBy(() -> SigningKey.ec("p384", (ECPublicKey) otherCurve.getPublic(), null))
                .hasMessage("key 'p384' is not on the curve P-256, which ES256 needs");
    }

    @Test
    void section_3_8_and_3_9_issuer_and_audience_are_checked() {
        Algorithm good = Algorithm.HMAC256(SECRET);
        assertRefused(forged(token -> token.withIssuer("other"), good), "the token is not valid");
        assertRefused(forged(token -> token.withAudience("other"), good), "the token is not valid");
    }

    @ParameterizedTest
    @ValueSource(strings = {"iss", "aud", "exp", "iat", "jti", "sub", "sid", "gen", "scope", "roles"})
    void a_token_without_a_required_claim_is_refused(String claim) {
        Map<String, Object> claims = new HashMap<>(Map.of(
                "iss", "issuer",
                "aud", "audience",
                "sub", "ada",
                "jti", "id",
                "iat", clock.instant(),
                "exp", clock.instant().plusSeconds(60),
                "sid", "session",
                "gen", 0L,
                "scope", "notes:read",
                "roles", List.of()));
        assertThat(hmacTokens().verify(signed(claims)).grant()).isEqualTo(ADA);

        claims.put(claim, null);
        assertThatThrownBy(() -> hmacTokens().verify(signed(claims))).isInstanceOf(TokenException.class);
        claims.put(claim, Map.of("of", "another type"));
        assertThatThrownBy(() -> hmacTokens().verify(signed(claims))).isInstanceOf(TokenException.class);
        claims.remove(claim);
        assertThatThrownBy(() -> hmacTokens().verify(signed(claims))).isInstanceOf(TokenException.class);
    }

    private static String signed(Map<String, Object> claims) {
        return JWT.create()
                .withHeader(Map.of("typ", "at+jwt"))
                .withKeyId("k1")
                .withPayload(claims)
                .sign(Algorithm.HMAC256(SECRET));
    }

    @Test
    void section_3_10_the_kid_only_chooses_among_known_keys() {
        Algorithm good = Algorithm.HMAC256(SECRET);
        assertRefused(
                forged(token -> token.withKeyId("../../etc/passwd"), good), "the token's kid names no key known here");
        assertRefused(forged(token -> token.withKeyId("' OR 1=1 --"), good), "the token's kid names no key known here");
    }

    @Test
    void section_3_11_the_type_is_checked() {
        Algorithm good = Algorithm.HMAC256(SECRET);
        assertRefused(forged(token -> token.withHeader(Map.of("typ", "JWT")), good), "the token's typ is not at+jwt");
        assertRefused(
                forged(token -> token.withHeader(Map.of("typ", "at+jwt", "crit", List.of("exp"))), good),
                "the token asks for extensions (crit), and none is known here");
    }

    @Test
    void times_are_checked_with_a_leeway_of_at_most_a_minute() {
        Algorithm good = Algorithm.HMAC256(SECRET);
        assertRefused(
                forged(token -> token.withExpiresAt(clock.instant().minusSeconds(31)), good), "the token has expired");
        assertRefused(
                forged(token -> token.withIssuedAt(clock.instant().plusSeconds(60)), good), "the token is not valid");
        assertRefused(
                forged(token -> token.withNotBefore(clock.instant().plusSeconds(60)), good), "the token is not valid");
        assertThatThrownBy(() -> TokenOptions.builder().leeway(Duration.ofSeconds(61)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("leeway is from 0 to 60 seconds, not PT1M1S");
    }

    @Test
    void keys_can_be_changed_while_tokens_of_the_old_one_are_good() throws Exception {
        KeyPair ec = ec("secp256r1");
        SigningKey old = SigningKey.hmac("old", SECRET);
        SigningKey next = SigningKey.ec("new", (ECPublicKey) ec.getPublic(), (ECPrivateKey) ec.getPrivate());
        String byOld = tokens(KeyRing.signingWith(old)).issue(ADA).accessToken();

        Tokens both = tokens(KeyRing.signingWith(next).verifyingWith(old));
        String byNew = both.issue(ADA).accessToken();
        Tokens onlyNew = tokens(KeyRing.signingWith(next));

        assertThat(both.verify(byOld).grant()).isEqualTo(ADA);
        assertThat(both.verify(byNew).grant()).isEqualTo(ADA);
        assertThat(JWT.decode(byNew).getKeyId()).isEqualTo("new");
        assertThat(JWT.decode(byNew).getAlgorithm()).isEqualTo("ES256");
        assertThatThrownBy(() -> onlyNew.verify(byOld)).hasMessage("the token's kid names no key known here");
        assertThatThrownBy(() -> KeyRing.signingWith(old).verifyingWith(SigningKey.hmac("old", SECRET)))
                .hasMessage("there are two keys of id 'old'");
        assertThatThrownBy(() -> KeyRing.signingWith(SigningKey.ec("public", (ECPublicKey) ec.getPublic(), null)))
                .hasMessage("key public (ES256) is a public key alone, and can't sign");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"kid\":\"k1\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"ECDH-ES\",\"enc\":\"A256GCM\",\"kid\":\"k1\",\"typ\":\"at+jwt\"}",
                "{\"alg\":\"dir\",\"enc\":\"A256GCM\",\"zip\":\"DEF\",\"kid\":\"k1\",\"typ\":\"at+jwt\"}"
            })
    void sections_2_3_to_2_5_and_3_6_encrypted_tokens_are_refused(String header) {
        String encrypted = base64(header.getBytes(StandardCharsets.UTF_8)) + ".AAAA.AAAA.AAAA.AAAA";

        assertRefused(encrypted, "the token is not valid");
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Header and payload as they are, with the signature of the right key. */
    private static String signed(byte[] header, byte[] payload) {
        String signature = base64(Algorithm.HMAC256(SECRET)
                .sign(
                        base64(header).getBytes(StandardCharsets.UTF_8),
                        base64(payload).getBytes(StandardCharsets.UTF_8)));
        return base64(header) + "." + base64(payload) + "." + signature;
    }

    @Test
    void sections_2_6_and_3_7_other_encodings_than_utf_8_are_refused() {
        String[] parts = forged(token -> token, Algorithm.HMAC256(SECRET)).split("\\.", -1);
        byte[] header = Base64.getUrlDecoder().decode(parts[0]);
        byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
        String text = new String(payload, StandardCharsets.UTF_8);

        assertThat(hmacTokens().verify(signed(header, payload)).grant()).isEqualTo(ADA);
        assertRefused(signed(header, text.getBytes(StandardCharsets.UTF_16)), "the token is not valid");
        assertRefused(signed(header, text.getBytes(StandardCharsets.UTF_16LE)), "the token is not valid");
        assertRefused(
                signed(new String(header, StandardCharsets.UTF_8).getBytes(StandardCharsets.UTF_16BE), payload),
                "the token is not valid");
    }

    @Test
    void section_2_9_and_3_10_nothing_that_a_token_names_is_fetched() throws Exception {
        try (ServerSocket elsewhere = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            elsewhere.setSoTimeout(1);
            String url = "http://localhost:" + elsewhere.getLocalPort() + "/keys";
            KeyPair own = rsa(2048);
            Algorithm byOwnKey = Algorithm.RSA256((RSAPublicKey) own.getPublic(), (RSAPrivateKey) own.getPrivate());
            for (String name : List.of("jku", "x5u")) {
                Map<String, Object> header = Map.of("typ", "at+jwt", name, url);
                assertRefused(
                        forged(token -> token.withHeader(header), byOwnKey),
                        "the token's alg is not the one of its key");
                assertRefused(
                        forged(token -> token.withHeader(header).withKeyId(url), Algorithm.HMAC256(SECRET)),
                        "the token's kid names no key known here");
                // beside a good signature it says nothing
                assertThat(hmacTokens()
                                .verify(forged(token -> token.withHeader(header), Algorithm.HMAC256(SECRET)))
                                .grant())
                        .isEqualTo(ADA);
            }

            assertThatThrownBy(elsewhere::accept).isInstanceOf(SocketTimeoutException.class);
        }
    }

    @Test
    void section_3_4_a_signature_of_zeros_is_refused() throws Exception {
        KeyPair ec = ec("secp256r1");
        Tokens tokens = tokens(
                KeyRing.signingWith(SigningKey.ec("k1", (ECPublicKey) ec.getPublic(), (ECPrivateKey) ec.getPrivate())));
        String good = tokens.issue(ADA).accessToken();
        String unsigned = good.substring(0, good.lastIndexOf('.') + 1);

        assertThat(tokens.verify(good).grant()).isEqualTo(ADA);
        assertThatThrownBy(() -> tokens.verify(unsigned + base64(new byte[64])))
                .isInstanceOf(TokenException.class)
                .hasMessage("the token is not valid");
    }

    @Test
    void section_3_12_other_kinds_of_tokens_are_refused() {
        Algorithm good = Algorithm.HMAC256(SECRET);
        TokenPair pair = hmacTokens().issue(ADA);

        assertThat(hmacTokens().verify(pair.accessToken()).grant()).isEqualTo(ADA);
        assertRefused(pair.refreshToken(), "the token is not valid");
        assertRefused(ApiKeys.open(database).create("robot", ADA), "the token is not valid");
        assertRefused(
                new IdentityMask(FernetKeys.of(FernetKeys.newKey()), "user", Duration.ofHours(1)).mask("ada"),
                "the token is not valid");
        for (String type : List.of("id+jwt", "logout+jwt", "dpop+jwt", "JWT")) {
            assertRefused(
                    forged(token -> token.withHeader(Map.of("typ", type)), good), "the token's typ is not at+jwt");
        }
    }

    private static KeyPair rsa(int bits) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    private static KeyPair ec(String curve) throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(curve));
        return generator.generateKeyPair();
    }
}
