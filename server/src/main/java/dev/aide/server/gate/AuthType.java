package dev.aide.server.gate;

/** How a request says who sends it. */
public enum AuthType {
    /** {@code Authorization: Bearer} with an access token (RFC 6750, headers only). */
    BEARER("Bearer"),
    /** {@code X-API-Key}. */
    API_KEY("ApiKey"),
    /** {@code Authorization: Basic} with name and password (RFC 7617). */
    BASIC("Basic"),
    /** By an {@link Authenticator} of the program. */
    OWN("");

    private final String scheme;

    AuthType(String scheme) {
        this.scheme = scheme;
    }

    String scheme() {
        return scheme;
    }
}
