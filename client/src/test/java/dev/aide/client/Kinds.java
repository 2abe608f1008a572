package dev.aide.client;

/** Reads why a call failed. */
final class Kinds {
    private Kinds() {}

    static FailureKind kindOf(Response<?> response) {
        return response instanceof Failure<?> failure ? failure.kind() : null;
    }
}
