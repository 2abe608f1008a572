package dev.aide.server.token;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.exceptions.TokenExpiredException;
import com.auth0.jwt.interfaces.Claim;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.auth0.jwt.interfaces.Verification;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Writes access tokens as JWT (RFC 9068) and reads them as RFC 8725 asks: the key names the algorithm, never the token.
 *
 * <p>Safe for use by many threads.
 */
final class JwtCodec {
    private static final String TYPE = "at+jwt";
    private static final int MOST_CHARS = 8192;

    private final TokenOptions options;

    JwtCodec(TokenOptions options) {
        this.options = options;
    }

    String write(AccessToken token, Instant now) {
        SigningKey key = options.keys().signing();
        return JWT.create()
                .withHeader(Map.of("typ", TYPE))
                .withKeyId(key.id())
                .withIssuer(options.issuer())
                .withAudience(options.audience())
                .withSubject(token.grant().user())
                .withJWTId(token.id())
                .withIssuedAt(now)
                .withExpiresAt(token.expiresAt())
                .withClaim("sid", token.session())
                .withClaim("gen", token.generation())
                .withClaim("scope", String.join(" ", token.grant().scopes()))
                .withClaim("roles", List.copyOf(token.grant().roles()))
                .sign(key.algorithm());
    }

    AccessToken read(String text) {
        if (text.length() > MOST_CHARS) {
            throw new TokenException("the token is longer than " + MOST_CHARS + " characters");
        }
        try {
            DecodedJWT decoded = JWT.decode(text);
            return token(verifier(keyOf(decoded)).verify(decoded));
        } catch (TokenExpiredException e) {
            throw new TokenException("the token has expired", e);
        } catch (JWTVerificationException | IllegalArgumentException e) {
            throw new TokenException("the token is not valid", e);
        }
    }

    private SigningKey keyOf(DecodedJWT decoded) {
        if (isNull(decoded.getHeader()) || isNull(decoded.getPayload())) {
            throw new TokenException("the token is not valid");
        }
        if (!TYPE.equals(decoded.getType())) {
            throw new TokenException("the token's typ is not " + TYPE);
        }
        if (!decoded.getHeaderClaim("crit").isMissing()) {
            throw new TokenException("the token asks for extensions (crit), and none is known here");
        }
        String id = decoded.getKeyId();
        SigningKey key = id == null ? null : options.keys().verifying(id).orElse(null);
        if (key == null) {
            throw new TokenException("the token's kid names no key known here");
        }
        if (!key.algorithm().getName().equals(decoded.getAlgorithm())) {
            throw new TokenException("the token's alg is not the one of its key");
        }
        return key;
    }

    /** java-jwt takes null for an object, and fails when it is asked what is in it. */
    private static boolean isNull(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8)
                .strip()
                .equals("null");
    }

    private JWTVerifier verifier(SigningKey key) {
        Verification rules = JWT.require(key.algorithm())
                .withIssuer(options.issuer())
                .withAudience(options.audience())
                .acceptLeeway(options.leeway().toSeconds());
        return ((JWTVerifier.BaseVerification) rules).build(options.clock());
    }

    private static AccessToken token(DecodedJWT jwt) {
        required(jwt, "iat", Claim::asInstant);
        Set<String> scopes = Arrays.stream(
                        required(jwt, "scope", Claim::asString).split(" ", -1))
                .filter(scope -> !scope.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
        List<String> roles = required(jwt, "roles", claim -> claim.asList(String.class));
        return new AccessToken(
                required(jwt, "jti", Claim::asString),
                required(jwt, "sid", Claim::asString),
                new Grant(required(jwt, "sub", Claim::asString), scopes, Set.copyOf(roles)),
                required(jwt, "gen", Claim::asLong),
                required(jwt, "exp", Claim::asInstant));
    }

    /** A claim that is missing, null or of another type is refused, not taken for "no limit". */
    private static <T> T required(DecodedJWT jwt, String name, Function<Claim, T> reader) {
        T value = reader.apply(jwt.getClaim(name));
        if (value == null) {
            throw new TokenException("the token has no " + name + " as it should be");
        }
        return value;
    }
}
