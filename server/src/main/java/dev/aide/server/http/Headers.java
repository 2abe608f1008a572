package dev.aide.server.http;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;

/** Header fields, in which case does not matter. Immutable. */
public final class Headers {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final Pattern VALUE = Pattern.compile("[\\t\\x20-\\x7E\\x80-\\xFF]*");
    private static final Headers NONE = new Headers(new TreeMap<>(String.CASE_INSENSITIVE_ORDER));

    private final Map<String, List<String>> fields;

    private Headers(Map<String, List<String>> fields) {
        this.fields = Collections.unmodifiableMap(fields);
    }

    /** No header at all. */
    public static Headers none() {
        return NONE;
    }

    /** The first value of a header. */
    public Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    /** All values of a header, in their order; empty if it is not there. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /**
     * These headers and one more.
     *
     * @throws IllegalArgumentException if the name is no token, or the value has a line break or a control character
     */
    public Headers and(String name, String value) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("'" + name + "' is no name for a header");
        }
        if (!VALUE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the value of header " + name + " has a line break, a control character or one beyond Latin-1");
        }
        Map<String, List<String>> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        more.putAll(fields);
        List<String> values = new ArrayList<>(all(name));
        values.add(value);
        more.put(name, List.copyOf(values));
        return new Headers(more);
    }

    /** These headers and those. */
    public Headers and(Headers others) {
        Map<String, List<String>> both = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        both.putAll(fields);
        others.fields.forEach((name, values) -> both.merge(name, values, Headers::concatenated));
        return new Headers(both);
    }

    private static List<String> concatenated(List<String> first, List<String> second) {
        List<String> both = new ArrayList<>(first);
        both.addAll(second);
        return List.copyOf(both);
    }

    /** Hands each name and value to a consumer. */
    public void forEach(BiConsumer<String, String> consumer) {
        fields.forEach((name, values) -> values.forEach(value -> consumer.accept(name, value)));
    }
}
