package dev.aide.server.token;

/** What other nodes have revoked is not known, so no token can be accepted now. In a portal it is a 503. Immutable. */
public final class TokensUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TokensUnavailableException() {
        super("tokens can't be checked now; try again in a moment");
    }
}
