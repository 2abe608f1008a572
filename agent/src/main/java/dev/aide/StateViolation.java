package dev.aide;

/**
 * Anything but an argument that breaks a rule, under {@code aide.exceptions=plain}.
 *
 * <p>Immutable and safe for use by any thread, as far as exceptions are.
 */
public final class StateViolation extends IllegalStateException implements Violation {
    private final String rule;

    /** Made by aide only. */
    public StateViolation(String rule, String message) {
        super(message);
        this.rule = rule;
    }

    @Override
    public String rule() {
        return rule;
    }
}
