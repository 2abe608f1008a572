package dev.aide;

/**
 * An argument that breaks a rule, under {@code aide.exceptions=plain}.
 *
 * <p>Immutable and safe for use by any thread, as far as exceptions are.
 */
public final class ArgumentViolation extends IllegalArgumentException implements Violation {
    private final String rule;

    /** Made by aide only. */
    public ArgumentViolation(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    @Override
    public String rule() {
        return rule;
    }
}
