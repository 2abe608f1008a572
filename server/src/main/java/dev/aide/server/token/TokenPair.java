package dev.aide.server.token;

import java.time.Duration;

/**
 * What a log-in gives (RFC 6749, 5.1). Immutable.
 *
 * @param accessToken goes into {@code Authorization: Bearer}
 * @param refreshToken is traded for the next pair, once
 * @param expiresIn how long the access token is good
 */
public record TokenPair(String accessToken, String refreshToken, Duration expiresIn) {

    /** Shows no token. */
    @Override
    public String toString() {
        return "TokenPair[expiresIn=" + expiresIn + "]";
    }
}
