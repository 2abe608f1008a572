package dev.aide.server.route;

import java.util.Map;

/**
 * What is said of an endpoint to those who use it. Immutable.
 *
 * @param summary what it does, in a line; may be empty
 * @param description more, as OpenAPI has it: CommonMark, with HTML; may be empty
 * @param inputs what is said of what it takes, by name
 * @param result what is said of what it returns; may be empty
 */
public record RouteDoc(String summary, String description, Map<String, String> inputs, String result) {

    /** Copies the map. */
    public RouteDoc {
        inputs = Map.copyOf(inputs);
    }

    /** No more than a line. */
    public static RouteDoc of(String summary) {
        return new RouteDoc(summary, "", Map.of(), "");
    }
}
