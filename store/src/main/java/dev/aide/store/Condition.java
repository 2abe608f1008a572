package dev.aide.store;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which rows: {@code where("age").atLeast(18).and(where("meta::role").is("admin"))}. Values are always bound, never
 * written into the SQL. Immutable.
 */
public final class Condition {
    private final Part part;

    private Condition(Part part) {
        this.part = part;
    }

    /** Begins a condition on a column, or on a path into a JSON column such as {@code meta::address::city}. */
    public static Field where(String columnOrPath) {
        return new Field(columnOrPath);
    }

    /**
     * A condition in SQL, with a question mark for each value. JSON paths are understood here too; on PostgreSQL what
     * they find is text, so compare numbers with {@link #where}.
     */
    public static Condition sql(String sql, Object... values) {
        List<Object> arguments = Statements.arguments(values);
        return new Condition(rendering -> {
            rendering.bindAll(arguments);
            return "(" + rendering.withPaths(sql) + ")";
        });
    }

    /** Every row, to say so where a condition is asked for. */
    public static Condition everyRow() {
        return new Condition(rendering -> "1 = 1");
    }

    /** Both must hold. */
    public Condition and(Condition other) {
        return new Condition(rendering -> "(" + render(rendering) + " AND " + other.render(rendering) + ")");
    }

    /** At least one must hold. */
    public Condition or(Condition other) {
        return new Condition(rendering -> "(" + render(rendering) + " OR " + other.render(rendering) + ")");
    }

    /** It must not hold. As in SQL, it does not hold for a null either. */
    public Condition negated() {
        return new Condition(rendering -> "NOT " + render(rendering));
    }

    String render(Rendering rendering) {
        return part.render(rendering);
    }

    private interface Part {
        String render(Rendering rendering);
    }

    /** A column or JSON path that a condition is about. Immutable. */
    public static final class Field {
        private final String name;

        private Field(String name) {
            this.name = name;
        }

        /** Equal to the value; to null: is absent. */
        public Condition is(Object value) {
            return value == null ? isNull() : compare("=", value);
        }

        /** Not equal to the value; to null: is present. */
        public Condition isNot(Object value) {
            return value == null ? isNotNull() : compare("<>", value);
        }

        /** Greater than the value. */
        public Condition above(Object value) {
            return compare(">", value);
        }

        /** Greater than the value or equal to it. */
        public Condition atLeast(Object value) {
            return compare(">=", value);
        }

        /** Less than the value. */
        public Condition below(Object value) {
            return compare("<", value);
        }

        /** Less than the value or equal to it. */
        public Condition atMost(Object value) {
            return compare("<=", value);
        }

        private Condition compare(String operator, Object value) {
            return new Condition(
                    rendering -> rendering.comparable(name) + " " + operator + " " + rendering.parameter(name, value));
        }

        /** Equal to one of the values; to none of them if there are none. */
        public Condition in(Collection<?> values) {
            return new Condition(rendering -> values.isEmpty()
                    ? "1 = 0"
                    : rendering.comparable(name)
                            + values.stream()
                                    .map(value -> rendering.parameter(name, value))
                                    .collect(Collectors.joining(", ", " IN (", ")")));
        }

        /** Equal to one of the values. */
        public Condition in(Object... values) {
            return in(Arrays.asList(values));
        }

        /** Text that has this text in it, in the same case. */
        public Condition contains(String text) {
            return new Condition(rendering -> {
                String field = rendering.text(name);
                return "replace(" + field + ", " + rendering.bind(text) + ", '') <> " + field;
            });
        }

        /** Text that begins with this text, in the same case. */
        public Condition startsWith(String text) {
            return new Condition(rendering -> "substr(" + rendering.text(name) + ", 1, length(" + rendering.bind(text)
                    + ")) = " + rendering.bind(text));
        }

        /** Null; of a path also absent. */
        public Condition isNull() {
            return new Condition(rendering -> rendering.text(name) + " IS NULL");
        }

        /** Neither null nor absent. */
        public Condition isNotNull() {
            return new Condition(rendering -> rendering.text(name) + " IS NOT NULL");
        }
    }
}
