package dev.aide.agent.attach;

/** A JVM that could not be attached to; its message says which, why, and how to go on. */
public final class AttachFailure extends Exception {
    AttachFailure(String message) {
        super(message);
    }

    AttachFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
