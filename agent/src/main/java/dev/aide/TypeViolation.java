package dev.aide;

/**
 * A value that does not fit its declared type; extends what the JVM would have thrown later, far from the cause.
 *
 * <p>Immutable and safe for use by any thread, as far as exceptions are.
 */
public final class TypeViolation extends ClassCastException implements Violation {
    private final String rule;
    private final String finding;

    /** Made by aide only. */
    public TypeViolation(String rule, String finding, String message) {
        super(message);
        this.rule = rule;
        this.finding = finding;
    }

    @Override
    public String rule() {
        return rule;
    }

    @Override
    public String finding() {
        return finding;
    }
}
