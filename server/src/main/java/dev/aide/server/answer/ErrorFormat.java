package dev.aide.server.answer;

/** What errors look like. */
public enum ErrorFormat {
    /** {@code {"status":false,"message":…}}, as {@code application/json}. */
    STATUS,
    /** {@code application/problem+json} (RFC 9457). */
    PROBLEM
}
