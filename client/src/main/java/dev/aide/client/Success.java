package dev.aide.client;

import java.net.http.HttpHeaders;
import java.util.List;
import java.util.Optional;

/**
 * The server answered 2xx, and its body was what was asked for.
 *
 * <p>Immutable, as far as the value is, and safe for use by any thread.
 *
 * @param <T> the type of the data
 * @param status the status, 200 to 299
 * @param headers the headers as they came
 * @param value the data, null if the server sent none
 * @param attempts the log of the attempts
 * @param callbackErrors what callbacks threw
 */
public record Success<T>(
        int status, HttpHeaders headers, T value, List<Attempt> attempts, List<Throwable> callbackErrors)
        implements Response<T> {

    @Override
    public Optional<T> data() {
        return Optional.ofNullable(value);
    }

    /** Without headers and data, which may hold secrets. */
    @Override
    public String toString() {
        return "Success[status=" + status + ", attempts=" + attempts.size() + "]";
    }
}
