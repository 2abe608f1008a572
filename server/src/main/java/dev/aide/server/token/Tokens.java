package dev.aide.server.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.aide.server.token.RefreshTokens.Found;
import dev.aide.store.Database;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Issues, verifies, refreshes and revokes the tokens of a portal.
 *
 * <p>An access token is a signed JWT; a refresh token is a random word, good once. Revoking is at once, and lasts: it is
 * in the database before the call returns. One process a database: another one sees what was revoked when it starts.
 *
 * <p>Safe for use by many threads.
 */
public final class Tokens {
    private static final int ID_BYTES = 16;
    private static final int CACHED = 10_000;
    private static final Duration BETWEEN_PRUNINGS = Duration.ofMinutes(1);

    private final Database database;
    private final TokenOptions options;
    private final JwtCodec codec;
    private final Secrets secrets = new Secrets();
    private final Revocations revocations;
    private final RefreshTokens refreshTokens;
    private final Cache<String, AccessToken> verified =
            Caffeine.newBuilder().maximumSize(CACHED).build();
    private final AtomicReference<Instant> prunedAt = new AtomicReference<>(Instant.MIN);

    private Tokens(Database database, TokenOptions options) {
        this.database = database;
        this.options = options;
        this.codec = new JwtCodec(options);
        this.revocations = new Revocations(database);
        this.refreshTokens = new RefreshTokens(database, secrets);
    }

    /** Opens the tokens of a database, and makes their tables if they are not there. */
    public static Tokens open(Database database, TokenOptions options) {
        database.apply(SecurityTables.tokens());
        Tokens tokens = new Tokens(database, options);
        tokens.pruneIfDue();
        return tokens;
    }

    /** Begins a session: the first pair of tokens of a user who has just proven who they are. */
    public TokenPair issue(Grant grant) {
        pruneIfDue();
        String session = secrets.word(ID_BYTES);
        return database.inTransaction(transaction -> {
            String refresh = refreshTokens.issue(transaction, session, grant, refreshExpiry());
            return pair(session, grant, refresh);
        });
    }

    private Instant refreshExpiry() {
        return now().plus(options.refreshLifetime());
    }

    private TokenPair pair(String session, Grant grant, String refresh) {
        Instant now = now();
        AccessToken token = new AccessToken(
                secrets.word(ID_BYTES),
                session,
                grant,
                revocations.generationOf(grant.user()),
                now.plus(options.accessLifetime()));
        return new TokenPair(codec.write(token, now), refresh, options.accessLifetime());
    }

    /**
     * Who bears an access token.
     *
     * @throws TokenException if it is not valid, has expired or was revoked
     */
    public Verified verify(String accessToken) {
        AccessToken token = verified(accessToken);
        return new Verified(token.id(), token.grant());
    }

    /**
     * Says, whenever it is asked, whether an access token was revoked since: alone, with its session, or with all that its
     * user had; also when it has expired meanwhile. To ask costs three look-ups in memory.
     *
     * @throws TokenException if it is not valid now
     */
    public BooleanSupplier revocationOf(String accessToken) {
        AccessToken token = verified(accessToken);
        return () -> revocations.isRevoked(token);
    }

    private AccessToken verified(String text) {
        String hash = Secrets.hash(text);
        AccessToken token = verified.getIfPresent(hash);
        if (token == null) {
            token = codec.read(text);
            verified.put(hash, token);
        } else if (!now().isBefore(token.expiresAt().plus(options.leeway()))) {
            verified.invalidate(hash);
            throw new TokenException("the token has expired");
        }
        // asked each time: what was put into the cache while another thread revoked it is refused too
        if (revocations.isRevoked(token)) {
            throw new TokenException("the token was revoked");
        }
        return token;
    }

    /**
     * Trades a refresh token for the next pair. The old refresh token is spent; if it comes again, it was copied, and
     * the whole session ends. So do not send it twice at once.
     *
     * @throws TokenException if it is unknown, has expired or is spent
     */
    public TokenPair refresh(String refreshToken) {
        pruneIfDue();
        Instant now = now();
        Optional<TokenPair> pair = database.inTransaction(transaction -> {
            Found found = refreshTokens
                    .find(transaction, refreshToken, now)
                    .orElseThrow(() -> new TokenException("the refresh token is not valid"));
            if (found.isSpent() || !refreshTokens.spend(transaction, found)) {
                refreshTokens.endSession(transaction, found.session());
                Revocations.insert(transaction, found.session(), lastExpiry(now));
                revocations.remember(found.session(), lastExpiry(now));
                return Optional.empty();
            }
            String next = refreshTokens.issue(transaction, found.session(), found.grant(), refreshExpiry());
            return Optional.of(pair(found.session(), found.grant(), next));
        });
        return pair.orElseThrow(() -> new TokenException(
                "the refresh token was used before: its session is ended, in case somebody copied it"));
    }

    /** When the last access token issued until now expires. */
    private Instant lastExpiry(Instant now) {
        return now.plus(options.accessLifetime()).plus(options.leeway());
    }

    /**
     * Ends an access token's session at once: this token, the others of its session, and its refresh token.
     *
     * @throws TokenException if it is not valid, so that there is nothing to revoke
     */
    public void revoke(String accessToken) {
        pruneIfDue();
        AccessToken token = verified(accessToken);
        Instant expiry = lastExpiry(now());
        database.inTransaction(transaction -> {
            refreshTokens.endSession(transaction, token.session());
            Revocations.insert(transaction, token.session(), expiry);
            return null;
        });
        revocations.remember(token.session(), expiry);
        verified.invalidate(Secrets.hash(accessToken));
    }

    /** Ends all sessions of a user at once. */
    public void revokeAll(String user) {
        pruneIfDue();
        refreshTokens.endAllOf(user);
        revocations.revokeAll(user, now(), options.accessLifetime().plus(options.leeway()));
        refreshTokens.endAllOf(user);
        verified.asMap().values().removeIf(token -> token.grant().user().equals(user));
    }

    private Instant now() {
        return options.clock().instant();
    }

    private void pruneIfDue() {
        Instant now = now();
        Instant last = prunedAt.get();
        boolean isDue = last.equals(Instant.MIN) || now.isAfter(last.plus(BETWEEN_PRUNINGS));
        if (isDue && prunedAt.compareAndSet(last, now)) {
            revocations.prune(now);
            refreshTokens.prune(now);
        }
    }

    /** How many revocations are remembered; each is forgotten when what it revoked has expired. */
    public int revocations() {
        return revocations.size();
    }

    /**
     * Who bears a token. Immutable.
     *
     * @param id the token's id
     * @param grant the user, and what they may do
     */
    public record Verified(String id, Grant grant) {}
}
