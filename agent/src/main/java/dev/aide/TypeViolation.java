package dev.aide;

/**
 * A value that does not fit its declared type; extends what the JVM would have thrown later, far from the cause.
 *
 * <p>Immutable and safe for use by any thread, as far as exceptions are.
 */
public final class TypeViolation extends ClassCastException implements Violation {
    private final String rule;

    /** Made by aide only. */
    public TypeViolation(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    @Override
    public String rule() {
        return rule;
    }
}
