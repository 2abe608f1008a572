package dev.aide.server.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.aide.server.token.RefreshTokens.Found;
import dev.aide.store.Database;
import dev.aide.store.Session;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;

/**
 * Issues, verifies, refreshes and revokes the tokens of a portal.
 *
 * <p>An access token is a signed JWT; a refresh token is a random word, good once. Revoking is at once, and lasts: it is
 * in the database before the call returns. On PostgreSQL other nodes know within a second; one that can't read it for 10
 * seconds accepts no token. On SQLite another process sees what was revoked when it starts. It works until the database is
 * closed.
 *
 * <p>Safe for use by many threads.
 */
public final class Tokens {
    private static final int ID_BYTES = 16;
    private static final int CACHED = 10_000;
    private static final Duration BETWEEN_PRUNINGS = Duration.ofMinutes(1);
    private static final Duration STILL_IN_TOUCH = Duration.ofSeconds(3);
    private static final Duration MOST_UNKNOWN = Duration.ofSeconds(10);

    private final Database database;
    private final TokenOptions options;
    private final Duration mostUnknown;
    private final JwtCodec codec;
    private final Secrets secrets = new Secrets();
    private final RevocationTable table;
    private final Revocations revocations = new Revocations();
    private final RevocationFeed feed;
    private final RefreshTokens refreshTokens;
    private final Cache<String, AccessToken> verified =
            Caffeine.newBuilder().maximumSize(CACHED).build();
    private final AtomicReference<Instant> prunedAt = new AtomicReference<>(Instant.MIN);

    private Tokens(Database database, TokenOptions options, Duration mostUnknown) {
        this.database = database;
        this.options = options;
        this.mostUnknown = mostUnknown;
        this.codec = new JwtCodec(options);
        this.refreshTokens = new RefreshTokens(database, secrets);
        this.table = new RevocationTable(database);
        this.feed = RevocationFeed.start(database, table, revocations, this::revocationsRead);
    }

    /** Opens the tokens of a database, and makes their tables if they are not there. */
    public static Tokens open(Database database, TokenOptions options) {
        return open(database, options, MOST_UNKNOWN);
    }

    /** Accepts tokens for another time without knowing what other nodes revoke. */
    static Tokens open(Database database, TokenOptions options, Duration mostUnknown) {
        database.apply(SecurityTables.tokens());
        Tokens tokens = new Tokens(database, options, mostUnknown);
        tokens.pruneIfDue();
        return tokens;
    }

    /** Begins a session: the first pair of tokens of a user who has just proven who they are. */
    public TokenPair issue(Grant grant) {
        pruneIfDue();
        String session = secrets.word(ID_BYTES);
        return database.inTransaction(transaction -> {
            table.holdSessionsOf(transaction, grant.user());
            return pair(transaction, session, grant);
        });
    }

    private TokenPair pair(Session transaction, String session, Grant grant) {
        Instant now = now();
        String refresh = refreshTokens.issue(transaction, session, grant, now.plus(options.refreshLifetime()));
        AccessToken token = new AccessToken(
                secrets.word(ID_BYTES),
                session,
                grant,
                table.generationOf(transaction, grant.user()),
                now.plus(options.accessLifetime()));
        return new TokenPair(codec.write(token, now), refresh, options.accessLifetime());
    }

    /**
     * Who bears an access token.
     *
     * @throws TokenException if it is not valid, has expired or was revoked
     * @throws TokensUnavailableException if this node has not known for 10 seconds what others revoke
     */
    public Verified verify(String accessToken) {
        AccessToken token = verified(accessToken);
        return new Verified(token.id(), token.grant());
    }

    /**
     * Says, whenever it is asked, whether an access token was revoked: alone, with its session, or with all that its user
     * had; also when it has expired meanwhile. To ask costs three look-ups in memory.
     *
     * @throws TokenException if it is not one of these tokens, or has expired now
     */
    public BooleanSupplier revocationOf(String accessToken) {
        AccessToken token = read(accessToken);
        return () -> revocations.isRevoked(token);
    }

    private AccessToken verified(String text) {
        if (!feed.isKnown(mostUnknown)) {
            throw new TokensUnavailableException();
        }
        AccessToken token = read(text);
        // asked each time: what was put into the cache while another thread revoked it is refused too
        if (revocations.isRevoked(token)) {
            throw new TokenException("the token was revoked");
        }
        return token;
    }

    /** A token as it was issued, revoked or not. */
    private AccessToken read(String text) {
        String hash = Secrets.hash(text);
        AccessToken token = verified.getIfPresent(hash);
        if (token == null) {
            token = codec.read(text);
            verified.put(hash, token);
        } else if (!now().isBefore(token.expiresAt().plus(options.leeway()))) {
            verified.invalidate(hash);
            throw new TokenException("the token has expired");
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
            table.holdSessionsOf(transaction, found.grant().user());
            if (found.isSpent() || !refreshTokens.spend(transaction, found)) {
                end(transaction, found.session(), lastExpiry(now));
                return Optional.empty();
            }
            return Optional.of(pair(transaction, found.session(), found.grant()));
        });
        return pair.orElseThrow(() -> new TokenException(
                "the refresh token was used before: its session is ended, in case somebody copied it"));
    }

    private void end(Session transaction, String session, Instant expiresAt) {
        refreshTokens.endSession(transaction, session);
        table.revoke(transaction, session, expiresAt);
        // known here even before the commit: refusing too soon does no harm
        revocations.refuse(session, expiresAt);
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
        database.useTransaction(transaction -> {
            table.holdSessionsOf(transaction, token.grant().user());
            end(transaction, token.session(), lastExpiry(now()));
        });
        forgetRevoked();
    }

    /** Ends all sessions of a user at once. */
    public void revokeAll(String user) {
        pruneIfDue();
        Instant now = now();
        long generation = database.inTransaction(transaction -> {
            table.holdSessionsOf(transaction, user);
            refreshTokens.endAllOf(transaction, user);
            return table.nextGeneration(transaction, user, now, lastExpiry(now));
        });
        revocations.refuseBefore(user, generation, lastExpiry(now));
        forgetRevoked();
    }

    private void revocationsRead() {
        revocations.prune(now());
        forgetRevoked();
    }

    private void forgetRevoked() {
        verified.asMap().values().removeIf(revocations::isRevoked);
    }

    /** Whether several nodes can use the same tokens, as they can on PostgreSQL. */
    public boolean isShared() {
        return table.isShared();
    }

    /** Whether this node knows what others have revoked until a moment ago; for a check of readiness. */
    public boolean isInTouch() {
        return feed.isFresh(STILL_IN_TOUCH);
    }

    private Instant now() {
        return options.clock().instant();
    }

    private void pruneIfDue() {
        Instant now = now();
        Instant last = prunedAt.get();
        boolean isDue = last.equals(Instant.MIN) || now.isAfter(last.plus(BETWEEN_PRUNINGS));
        if (isDue && prunedAt.compareAndSet(last, now)) {
            table.prune(now);
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
