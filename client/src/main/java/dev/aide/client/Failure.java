package dev.aide.client;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * The call did not bring what was asked for; {@link #kind()} says why to a program, {@link #message()} to a person.
 *
 * <p>Immutable and safe for use by any thread.
 *
 * @param <T> the type of the data that did not come
 * @param kind why
 * @param message what went wrong, where, and how to go on; holds no secrets of the request
 * @param status the status that came last, 0 if none
 * @param headers the headers that came last, empty if none
 * @param body the start of the body that came last, at most 64 KiB as text; empty if none
 * @param cause the exception behind it, null if there was none
 * @param attempts the log of the attempts
 * @param callbackErrors what callbacks threw
 */
public record Failure<T>(
        FailureKind kind,
        String message,
        int status,
        HttpHeaders headers,
        String body,
        Throwable cause,
        List<Attempt> attempts,
        List<Throwable> callbackErrors)
        implements Response<T> {

    @Override
    public Optional<T> data() {
        return Optional.empty();
    }

    Failure<T> as(FailureKind otherKind, String otherMessage) {
        return new Failure<>(otherKind, otherMessage, status, headers, body, cause, attempts, callbackErrors);
    }

    /** Without headers and body, which may hold secrets. */
    @Override
    public String toString() {
        return "Failure[kind=" + kind + ", message=" + message + ", status=" + status + ", attempts=" + attempts.size()
                + "]";
    }
}
