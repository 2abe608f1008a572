package dev.aide.agent.config;

import java.util.Locale;

/** Where violations are told. */
public enum LogTarget {
    /** The process's standard error. */
    STDERR,
    /** {@code java.lang.System.Logger}, since Java 9. */
    SYSTEM,
    SLF4J,
    /** {@code java.util.logging}. */
    JUL;

    static LogTarget parse(String value, String origin) throws BadConfiguration {
        for (LogTarget target : values()) {
            if (target.text().equals(value)) {
                return target;
            }
        }
        throw new BadConfiguration(origin + ": '" + value + "' is not allowed; write stderr, system, slf4j or jul");
    }

    /** Returns the value that asks for it. */
    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
