package dev.aide.testing;

/** A forked JVM did not end in time and was destroyed; the message has what it wrote until then. */
public final class ForkTimeoutException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ForkTimeoutException(String message) {
        super(message);
    }
}
