package dev.aide.junit;

/**
 * A kind of violation, and how often it happened.
 *
 * <p>Immutable and thread-safe.
 *
 * @param rule        the rule's id, such as {@code types.argument}
 * @param method      the method in words, such as {@code com.acme.OrderService.place(List<OrderLine> lines)}
 * @param description what is wrong, in words
 * @param count       how often, from 1
 */
public record FoundViolation(String rule, String method, String description, long count) {

    /** Tells whether another one is of the same kind, however often. */
    boolean isLike(FoundViolation other) {
        return rule.equals(other.rule) && method.equals(other.method) && description.equals(other.description);
    }

    FoundViolation times(long times) {
        return new FoundViolation(rule, method, description, times);
    }

    @Override
    public String toString() {
        return rule + "  " + method + "\n    " + description + (count == 1 ? "" : "  (" + count + " times)");
    }
}
