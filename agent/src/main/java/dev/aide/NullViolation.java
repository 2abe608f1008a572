package dev.aide;

/**
 * A null where the declaration excludes it; extends what the JVM would have thrown later, where it is used.
 *
 * <p>Immutable and safe for use by any thread, as far as exceptions are.
 */
public final class NullViolation extends NullPointerException implements Violation {
    private final String rule;
    private final String finding;

    /** Made by aide only. */
    public NullViolation(String rule, String finding, String message) {
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
