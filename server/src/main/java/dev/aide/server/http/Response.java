package dev.aide.server.http;

import java.nio.charset.StandardCharsets;

/**
 * An answer, where a plain value does not say enough.
 *
 * <p>A body may be anything that a handler may return. Immutable, as far as its body is.
 */
public final class Response {
    private final int status;
    private final Headers headers;
    private final Object body;

    private Response(int status, Headers headers, Object body) {
        this.status = status;
        this.headers = headers;
        this.body = body;
    }

    /**
     * An answer without a body.
     *
     * @throws IllegalArgumentException if the status is not from 200 to 599
     */
    public static Response status(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("an answer's status is from 200 to 599, not " + status);
        }
        return new Response(status, Headers.none(), null);
    }

    /** 200 with a body. */
    public static Response ok(Object body) {
        return status(200).body(body);
    }

    /** 201 with the place of what was made. */
    public static Response created(String location) {
        return status(201).header("Location", location);
    }

    /** 204. */
    public static Response noContent() {
        return status(204);
    }

    /** 303: look there, by GET. */
    public static Response seeOther(String location) {
        return status(303).header("Location", location);
    }

    /** 200 with plain text. */
    public static Response text(String text) {
        return status(200)
                .header("Content-Type", "text/plain;charset=utf-8")
                .body(text.getBytes(StandardCharsets.UTF_8));
    }

    /** 200 with a page. */
    public static Response html(String page) {
        return status(200)
                .header("Content-Type", "text/html;charset=utf-8")
                .body(page.getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The same answer with one more header.
     *
     * @throws IllegalArgumentException if the name is no token, or the value has a line break
     */
    public Response header(String name, String value) {
        return new Response(status, headers.and(name, value), body);
    }

    /** The same answer with another body. */
    public Response body(Object other) {
        return new Response(status, headers, other);
    }

    /** The status. */
    public int status() {
        return status;
    }

    /** The headers. */
    public Headers headers() {
        return headers;
    }

    /** The body, or null. */
    public Object body() {
        return body;
    }
}
