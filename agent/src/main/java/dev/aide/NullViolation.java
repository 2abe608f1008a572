package dev.aide;

/**
 * A null where the declaration excludes it; extends what the JVM would have thrown later, where it is used.
 *
 * <p>Immutable and safe for use by any thread, as far as exceptions are.
 */
public final class NullViolation extends NullPointerException implements Violation {
    private final String rule;

    /** Made by aide only. */
    public NullViolation(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    @Override
    public String rule() {
        return rule;
    }
}
