package dev.aide.server.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.IntPredicate;

/** Header fields in their order, in whose names case does not matter. Immutable. */
public final class Headers {
    private static final String NAME_MARKS = "!#$%&'*+.^_`|~-";
    private static final Headers NONE = new Headers(new String[0]);

    /** Name, value, name, value: a request has a handful, which is found sooner by looking at each than by a map. */
    private final String[] fields;

    private Headers(String[] fields) {
        this.fields = fields;
    }

    /** No header at all. */
    public static Headers none() {
        return NONE;
    }

    /** Collects headers one by one. */
    public static Builder builder() {
        return new Builder();
    }

    /** The first value of a header. */
    public Optional<String> first(String name) {
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                return Optional.of(fields[i + 1]);
            }
        }
        return Optional.empty();
    }

    /** All values of a header, in their order; empty if it is not there. */
    public List<String> all(String name) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < fields.length; i += 2) {
            if (fields[i].equalsIgnoreCase(name)) {
                values.add(fields[i + 1]);
            }
        }
        return values;
    }

    /**
     * These headers and one more.
     *
     * @throws IllegalArgumentException if the name is no token, or the value has a line break or a control character
     */
    public Headers and(String name, String value) {
        check(name, value);
        String[] more = Arrays.copyOf(fields, fields.length + 2);
        more[fields.length] = name;
        more[fields.length + 1] = value;
        return new Headers(more);
    }

    /** These headers and those. */
    public Headers and(Headers others) {
        String[] both = Arrays.copyOf(fields, fields.length + others.fields.length);
        System.arraycopy(others.fields, 0, both, fields.length, others.fields.length);
        return new Headers(both);
    }

    private static void check(String name, String value) {
        if (name.isEmpty() || !isAll(name, Headers::isOfName)) {
            throw new IllegalArgumentException("'" + name + "' is no name for a header");
        }
        if (!isAll(value, Headers::isOfValue)) {
            throw new IllegalArgumentException(
                    "the value of header " + name + " has a line break, a control character or one beyond Latin-1");
        }
    }

    private static boolean isAll(String text, IntPredicate kind) {
        for (int i = 0; i < text.length(); i++) {
            if (!kind.test(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isOfName(int c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || NAME_MARKS.indexOf(c) >= 0;
    }

    private static boolean isOfValue(int c) {
        return (c >= ' ' && c <= '~') || c == '\t' || (c >= 0x80 && c <= 0xFF);
    }

    /** Hands each name and value to a consumer. */
    public void forEach(BiConsumer<String, String> consumer) {
        for (int i = 0; i < fields.length; i += 2) {
            consumer.accept(fields[i], fields[i + 1]);
        }
    }

    /** Collects headers. For one thread. */
    public static final class Builder {
        private final List<String> fields = new ArrayList<>();

        private Builder() {}

        /**
         * Adds one.
         *
         * @throws IllegalArgumentException as {@link Headers#and(String, String)} does
         */
        public Builder add(String name, String value) {
            check(name, value);
            fields.add(name);
            fields.add(value);
            return this;
        }

        /** The headers so far. */
        public Headers build() {
            return new Headers(fields.toArray(String[]::new));
        }
    }
}
