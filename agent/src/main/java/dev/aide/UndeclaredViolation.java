package dev.aide;

import java.lang.reflect.UndeclaredThrowableException;

/**
 * A checked exception that left a method which does not declare it; the exception itself is the cause.
 *
 * <p>Immutable and safe for use by any thread, as far as exceptions are.
 */
public final class UndeclaredViolation extends UndeclaredThrowableException implements Violation {
    private final String rule;
    private final String finding;

    /** Made by aide only. */
    public UndeclaredViolation(String rule, String finding, String message, Throwable undeclared) {
        super(undeclared, message);
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
