package dev.aide.client;

import java.io.IOException;

/** Carries a kind of failure out of the depths of a call, up to where it becomes a {@link Failure}. */
final class CallException extends IOException {
    private final FailureKind kind;
    private final transient String body;

    CallException(FailureKind kind, String message, Throwable cause) {
        this(kind, message, cause, "");
    }

    CallException(FailureKind kind, String message, Throwable cause, String body) {
        super(message, cause);
        this.kind = kind;
        this.body = body;
    }

    FailureKind kind() {
        return kind;
    }

    String body() {
        return body;
    }
}
