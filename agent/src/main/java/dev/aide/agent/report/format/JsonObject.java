package dev.aide.agent.report.format;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** An object that was read from JSON, whose members are asked for by name and type; immutable. */
final class JsonObject {
    private final Map<?, ?> members;

    private JsonObject(Map<?, ?> members) {
        this.members = members;
    }

    static JsonObject of(Object value) {
        if (!(value instanceof Map)) {
            throw new IllegalArgumentException("found " + described(value) + ", expected an object");
        }
        return new JsonObject((Map<?, ?>) value);
    }

    boolean has(String name) {
        return members.get(name) != null;
    }

    String string(String name) {
        return get(name, String.class, "a string");
    }

    long number(String name) {
        return get(name, Long.class, "a whole number");
    }

    boolean truth(String name) {
        return get(name, Boolean.class, "true or false");
    }

    JsonObject object(String name) {
        return new JsonObject(get(name, Map.class, "an object"));
    }

    /** Returns the objects of an array. */
    List<JsonObject> objects(String name) {
        List<JsonObject> objects = new ArrayList<>();
        for (Object element : get(name, List.class, "an array")) {
            objects.add(of(element));
        }
        return objects;
    }

    /** Returns the strings of an array. */
    List<String> strings(String name) {
        List<String> strings = new ArrayList<>();
        for (Object element : get(name, List.class, "an array")) {
            strings.add(String.valueOf(element));
        }
        return strings;
    }

    Map<?, ?> members() {
        return Collections.unmodifiableMap(members);
    }

    private <T> T get(String name, Class<T> type, String expected) {
        Object value = members.get(name);
        if (!type.isInstance(value)) {
            throw new IllegalArgumentException(
                    "found " + described(value) + " as \"" + name + "\", expected " + expected);
        }
        return type.cast(value);
    }

    private static String described(Object value) {
        return value == null
                ? "nothing"
                : value instanceof Map ? "an object" : value instanceof List ? "an array" : "'" + value + "'";
    }
}
