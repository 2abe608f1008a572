package dev.aide.server.token;

/** So many passwords are being hashed that this one would have to wait too long. In a portal it is a 503. Immutable. */
public final class PasswordsBusyException extends RuntimeException {
    private static final long serialVersionUID = 1;

    PasswordsBusyException() {
        super("too many passwords are being checked at once; try again in a moment");
    }
}
