package dev.aide;

/**
 * An argument that breaks a rule, under {@code aide.exceptions=plain}.
 *
 * <p>Immutable and safe for use by any thread, as far as exceptions are.
 */
public final class ArgumentViolation extends IllegalArgumentException implements Violation {
    private final String rule;
    private final String finding;

    /** Made by aide only. */
    public ArgumentViolation(String rule, String finding, String message) {
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
