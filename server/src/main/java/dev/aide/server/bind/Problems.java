package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Problem;
import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one request, up to a hundred problems. For one thread. */
final class Problems {
    private static final int MOST = 100;

    private final List<Problem> found = new ArrayList<>();

    void add(Place place, String message) {
        if (found.size() < MOST) {
            found.add(new Problem(place.in(), place.pointer(), message));
        }
    }

    /** Says that a value is of the wrong type. */
    void wrongType(Place place, String expected, JsonNode actual) {
        add(place, "must be " + expected + ", and is " + kind(actual));
    }

    private static String kind(JsonNode value) {
        return switch (value.getNodeType()) {
            case NULL, MISSING -> "null";
            case STRING, BINARY -> "a string";
            case BOOLEAN -> "a boolean";
            case ARRAY -> "a list";
            case OBJECT, POJO -> "an object";
            case NUMBER -> value.isIntegralNumber() ? "a whole number" : "a number with a fraction";
        };
    }

    boolean isEmpty() {
        return found.isEmpty();
    }

    void throwIfAny() {
        if (!found.isEmpty()) {
            throw HttpError.unprocessable(found);
        }
    }
}
