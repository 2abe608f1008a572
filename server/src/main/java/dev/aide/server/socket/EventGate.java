package dev.aide.server.socket;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.gate.Guard;
import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.MissingVariableException;
import dev.aide.server.http.Problem;
import dev.aide.server.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The gate of an event at work. Safe for use by many threads. */
final class EventGate {
    private final Guard guard;

    EventGate(Guard guard) {
        this.guard = guard;
    }

    /**
     * Lets an event in.
     *
     * @return who sent it
     * @throws HttpError 401, 403 or 429; 422 if it lacks what its owner is told by; 503 if it can't be said now
     */
    Caller admit(Request identity, List<JsonNode> arguments) {
        if (!guard.asksOwner()) {
            return guard.admit(identity).request().caller();
        }
        Request about = identity.withValues(subject(arguments), identity.query());
        try {
            return guard.admit(about).request().caller();
        } catch (MissingVariableException e) {
            throw HttpError.unprocessable(List.of(new Problem("arguments", "/0/" + e.name(), "is missing")));
        }
    }

    /** What an event is about, by name, as a request says it by its path. */
    private static Map<String, String> subject(List<JsonNode> arguments) {
        Map<String, String> values = new HashMap<>();
        if (!arguments.isEmpty()) {
            arguments.get(0).properties().forEach(field -> {
                JsonNode value = field.getValue();
                if (value.isTextual() || value.isNumber() || value.isBoolean()) {
                    values.put(field.getKey(), value.asText());
                }
            });
        }
        return values;
    }
}
