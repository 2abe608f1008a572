package dev.aide.server.bench;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.interfaces.DecodedJWT;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.aide.server.limit.Allowance;
import dev.aide.server.limit.Limiter;
import dev.aide.server.limit.Limits;
import java.util.List;

/** The checks as they are written by hand, where there is no portal. Safe for use by many threads. */
final class ByHand {
    private static final String PREFIX = "Bearer ";

    private final JWTVerifier verifier = JWT.require(Algorithm.HMAC256(Access.SECRET))
            .withIssuer(Access.ISSUER)
            .withAudience(Access.AUDIENCE)
            .build();
    private final Limiter limiter = Limits.inMemory().limiter("orders", Access.LIMIT);
    private final Cache<String, DecodedJWT> verified =
            Caffeine.newBuilder().maximumSize(10_000).build();
    private final boolean remembersTokens;

    ByHand(boolean remembersTokens) {
        this.remembersTokens = remembersTokens;
    }

    /**
     * Lets a request in.
     *
     * @param authorization the header, or null
     * @throws Refused with the status to answer with
     */
    Admitted admit(String authorization) throws Refused {
        if (authorization == null || !authorization.startsWith(PREFIX)) {
            throw new Refused(401);
        }
        DecodedJWT token = token(authorization.substring(PREFIX.length()));
        if (!List.of(token.getClaim("scope").asString().split(" ", -1)).contains(Access.SCOPE)) {
            throw new Refused(403);
        }
        Allowance allowance = limiter.take("user " + token.getSubject());
        if (!allowance.isGranted()) {
            throw new Refused(429);
        }
        return new Admitted(token.getSubject(), allowance.field());
    }

    private DecodedJWT token(String text) throws Refused {
        try {
            DecodedJWT token = remembersTokens ? verified.get(text, verifier::verify) : verifier.verify(text);
            if (!"at+jwt".equals(token.getType()) || token.getExpiresAtAsInstant().isBefore(java.time.Instant.now())) {
                throw new Refused(401);
            }
            return token;
        } catch (JWTVerificationException e) {
            throw new Refused(401);
        }
    }

    /** Who was let in, and what is said of the limit. */
    record Admitted(String user, String rateLimit) {}

    /** A request is refused. */
    static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        private final int status;

        Refused(int status) {
            super("status " + status, null, false, false);
            this.status = status;
        }

        int status() {
            return status;
        }
    }
}
