package dev.aide.server.token;

import java.time.Instant;

/**
 * What a verified access token says. Immutable.
 *
 * @param id its {@code jti}
 * @param session the log-in that it comes from
 * @param grant whose it is, and what it allows
 * @param generation the user's count of "log out everywhere" when it was issued
 * @param expiresAt its {@code exp}
 */
record AccessToken(String id, String session, Grant grant, long generation, Instant expiresAt) {}
