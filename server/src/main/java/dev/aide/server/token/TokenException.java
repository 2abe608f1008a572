package dev.aide.server.token;

/** A token is refused. The message says why, without the token. In a portal it is a 401. Immutable. */
public final class TokenException extends RuntimeException {
    private static final long serialVersionUID = 1;

    TokenException(String message) {
        super(message);
    }

    TokenException(String message, Throwable cause) {
        super(message, cause);
    }
}
