package dev.aide.client.sse;

import java.time.Duration;
import java.util.Optional;

/**
 * Reads the lines of an event stream (WHATWG HTML, section 9.2.6). What it learned lasts over reconnects: the last id and
 * the time to wait.
 *
 * <p>Not thread-safe.
 */
public final class EventParser {
    private final StringBuilder data = new StringBuilder();
    private String type = "";
    private String pendingId = "";
    private String lastId = "";
    private Duration reconnectAfter;

    /** Creates a parser. */
    public EventParser() {}

    /** Starts over with a new connection: an event that was not finished is dropped. */
    public void reconnected() {
        data.setLength(0);
        type = "";
        pendingId = lastId;
    }

    /**
     * Takes one line, without its line break.
     *
     * @param line the line
     * @return the event that it ended, empty as a rule
     */
    public Optional<ServerSentEvent> line(String line) {
        if (line.isEmpty()) {
            return dispatched();
        }
        int colon = line.indexOf(':');
        if (colon != 0) {
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            field(field, value.startsWith(" ") ? value.substring(1) : value);
        }
        return Optional.empty();
    }

    private void field(String field, String value) {
        switch (field) {
            case "data" -> data.append(value).append('\n');
            case "event" -> type = value;
            case "id" -> pendingId = value.indexOf('\0') < 0 ? value : pendingId;
            case "retry" -> {
                if (value.matches("[0-9]{1,9}")) {
                    reconnectAfter = Duration.ofMillis(Long.parseLong(value));
                }
            }
            default -> {
                // the specification ignores fields that it does not name
            }
        }
    }

    private Optional<ServerSentEvent> dispatched() {
        lastId = pendingId;
        String lines = data.toString();
        String name = type.isEmpty() ? "message" : type;
        data.setLength(0);
        type = "";
        return lines.isEmpty()
                ? Optional.empty()
                : Optional.of(new ServerSentEvent(lastId, name, lines.substring(0, lines.length() - 1)));
    }

    /**
     * Returns the id that the server last gave, to go on from there.
     *
     * @return the id, empty if none
     */
    public String lastId() {
        return lastId;
    }

    /**
     * Returns how long the server asked to wait before reconnecting.
     *
     * @return the time, empty if it did not say
     */
    public Optional<Duration> reconnectAfter() {
        return Optional.ofNullable(reconnectAfter);
    }
}
