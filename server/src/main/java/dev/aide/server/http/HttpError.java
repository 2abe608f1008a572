package dev.aide.server.http;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Ends a request with a status and a message that the client is meant to read. The message is sent as it is: put no
 * secret into it.
 *
 * <p>Immutable.
 */
public final class HttpError extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final transient Headers headers;
    private final transient List<Problem> problems;

    private HttpError(int status, String message, Headers headers, List<Problem> problems) {
        super(message);
        this.status = status;
        this.headers = headers;
        this.problems = List.copyOf(problems);
    }

    /**
     * An error of any status.
     *
     * @throws IllegalArgumentException if the status is not from 400 to 599
     */
    public static HttpError of(int status, String message) {
        if (status < 400 || status > 599) {
            throw new IllegalArgumentException("an error's status is from 400 to 599, not " + status);
        }
        return new HttpError(status, message, Headers.none(), List.of());
    }

    /** 400: the request cannot be read. */
    public static HttpError badRequest(String message) {
        return of(400, message);
    }

    /** 401: it is not known who asks. */
    public static HttpError unauthorized(String message) {
        return of(401, message);
    }

    /** 403: who asks may not. */
    public static HttpError forbidden(String message) {
        return of(403, message);
    }

    /** 404: there is no such thing. */
    public static HttpError notFound(String message) {
        return of(404, message);
    }

    /** 409: it does not fit what is there. */
    public static HttpError conflict(String message) {
        return of(409, message);
    }

    /** 422: values are missing or wrong; all of them at once. */
    public static HttpError unprocessable(List<Problem> problems) {
        String message = problems.size() == 1 ? "1 value is wrong" : problems.size() + " values are wrong";
        return new HttpError(422, message, Headers.none(), problems);
    }

    /** 429: too many requests; the next one may come after this time, which is rounded up to seconds. */
    public static HttpError tooManyRequests(String message, Duration wait) {
        return of(429, message).retryAfter(wait);
    }

    /** 503: not now; the next request may come after this time, which is rounded up to seconds. */
    public static HttpError unavailable(String message, Duration wait) {
        return of(503, message).retryAfter(wait);
    }

    private HttpError retryAfter(Duration wait) {
        return header(
                "Retry-After",
                String.valueOf(Math.max(1, wait.plusNanos(999_999_999).toSeconds())));
    }

    /** The same error with one more header. */
    public HttpError header(String name, String value) {
        return with(headers.and(name, value));
    }

    /** The same error with these headers too. */
    public HttpError headers(Headers others) {
        return with(headers.and(others));
    }

    private HttpError with(Headers all) {
        HttpError error = new HttpError(status, getMessage(), all, problems);
        error.setStackTrace(getStackTrace());
        return error;
    }

    /** The status, from 400 to 599. */
    public int status() {
        return status;
    }

    /** Headers that go with it. */
    public Headers headers() {
        return headers;
    }

    /** What was wrong, value by value; empty unless the status is 422. */
    public List<Problem> problems() {
        return problems;
    }

    /** The status in words, for people and for programs: {@code Not Found}. */
    public String title() {
        return Reasons.of(status);
    }

    /** The status as a word for programs: {@code not_found}. */
    public String code() {
        return title().toLowerCase(Locale.ROOT).replace(' ', '_').replace('-', '_');
    }
}
