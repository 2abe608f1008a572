package dev.aide.server.token;

import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What is no longer good, although its signature is, as far as this process knows: single tokens and sessions by id, and all
 * of a user's by generation. It is in the {@link RevocationTable} first.
 *
 * <p>Safe for use by many threads.
 */
final class Revocations {
    private final Map<String, Long> revokedUntil = new ConcurrentHashMap<>();
    private final Map<String, Generation> generations = new ConcurrentHashMap<>();

    /** Refuses a token or session from now on, until it expires by itself. */
    void refuse(String id, Instant expiresAt) {
        revokedUntil.put(id, expiresAt.toEpochMilli());
    }

    /** Refuses a user's tokens of earlier generations than this one. */
    void refuseBefore(String user, long generation, Instant expiresAt) {
        generations.merge(
                user,
                new Generation(generation, expiresAt.toEpochMilli()),
                (known, heard) -> heard.number() > known.number() ? heard : known);
    }

    boolean isRevoked(AccessToken token) {
        Generation generation = generations.get(token.grant().user());
        return revokedUntil.containsKey(token.id())
                || revokedUntil.containsKey(token.session())
                || (generation != null && token.generation() < generation.number());
    }

    /** Forgets what has expired by itself. */
    void prune(Instant now) {
        long millis = now.toEpochMilli();
        revokedUntil.values().removeIf(expiresAt -> expiresAt < millis);
        generations.values().removeIf(generation -> generation.expiresAt() < millis);
    }

    int size() {
        return revokedUntil.size() + generations.size();
    }

    private record Generation(long number, long expiresAt) {}
}
