package dev.aide.client;

import java.net.http.HttpHeaders;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What every call resolves to: a {@link Success} or a {@link Failure}, never an exception.
 *
 * <pre>{@code
 * Response<User> response = client.get("/users/7").as(User.class).send();
 * if (response instanceof Failure<User> failure) {
 *     log.warn(failure.message());
 * }
 * }</pre>
 *
 * <p>Immutable, as far as the data is, and safe for use by any thread.
 *
 * @param <T> the type of the data
 */
public sealed interface Response<T> permits Success, Failure {

    /**
     * Tells whether the server answered 2xx and its body was what was asked for.
     *
     * @return true for a {@link Success}
     */
    default boolean isSuccess() {
        return this instanceof Success;
    }

    /**
     * Returns the status that came last.
     *
     * @return the status, 0 if none came
     */
    int status();

    /**
     * Returns the headers that came last, as they came: secrets in them are not hidden.
     *
     * @return the headers, empty if none came
     */
    HttpHeaders headers();

    /**
     * Returns what came, decoded.
     *
     * @return the data, empty on a failure and when the server sent none (204, 205, JSON {@code null})
     */
    Optional<T> data();

    /**
     * Returns what came, decoded, or something else.
     *
     * @param other what to return on a failure and when the server sent none
     * @return the data or {@code other}
     */
    default T orElse(T other) {
        return data().orElse(other);
    }

    /**
     * Returns the log of the attempts, first to last. It is empty when nothing was tried, as with an open circuit.
     *
     * @return an immutable list
     */
    List<Attempt> attempts();

    /**
     * Returns what was thrown by callbacks, which changes nothing else about the call.
     *
     * @return an immutable list, empty as a rule
     */
    List<Throwable> callbackErrors();

    /**
     * Returns this response as nested maps and lists, ready to be written as JSON: {@code status} ("success" or
     * "error"), {@code data}, {@code message}, {@code httpStatus}, {@code kind}, {@code headers}, {@code attempts}.
     *
     * @return a new map; its headers are as they came
     */
    default Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        Failure<T> failure = this instanceof Failure<T> failed ? failed : null;
        map.put("status", isSuccess() ? "success" : "error");
        map.put("data", data().orElse(null));
        map.put("message", failure == null ? "" : failure.message());
        map.put("httpStatus", status());
        map.put("kind", failure == null ? null : failure.kind().name());
        map.put("headers", headers().map());
        map.put("attempts", attempts().stream().map(Attempt::toMap).toList());
        return map;
    }
}
