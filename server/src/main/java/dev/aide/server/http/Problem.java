package dev.aide.server.http;

/**
 * One thing that is wrong with what a request brought. Immutable.
 *
 * @param in where it was: {@code path}, {@code query} or {@code body}; {@code arguments} of a socket's event
 * @param pointer JSON pointer to the value (RFC 6901); for path and query a slash and the name
 * @param message what would be right, and what is there
 */
public record Problem(String in, String pointer, String message) {}
