package dev.aide.client.sse;

/**
 * One event of a stream (WHATWG HTML, section 9.2).
 *
 * <p>Immutable and safe for use by any thread.
 *
 * @param id the id that was last given, empty if none was
 * @param type the event's type, {@code message} if it has none
 * @param data its lines, joined by line feeds
 */
public record ServerSentEvent(String id, String type, String data) {}
