package dev.aide.server.token;

import java.time.Instant;
import java.util.Optional;

/**
 * An API key, without what makes it a key. Immutable.
 *
 * @param prefix its first part, by which it is listed and revoked
 * @param name what its owner calls it
 * @param grant whose it is, and what it allows
 * @param createdAt when it was made
 * @param expiresAt when it ends by itself, if it does
 */
public record ApiKey(String prefix, String name, Grant grant, Instant createdAt, Optional<Instant> expiresAt) {}
