package dev.aide.agent.config;

import java.util.Locale;

/** How strictly a part of the program is held, as a user writes it. */
enum Mode {
    OFF,
    WARN,
    ENFORCE,
    /** {@link #ENFORCE}, style rules included. */
    STRICT;

    static Mode parse(String text, String origin) throws BadConfiguration {
        for (Mode mode : values()) {
            if (mode.text().equals(text)) {
                return mode;
            }
        }
        throw new BadConfiguration(origin + ": '" + text + "' is not a mode; write off, warn, enforce or strict");
    }

    Level level() {
        return this == OFF ? Level.OFF : this == WARN ? Level.WARN : Level.ENFORCE;
    }

    String text() {
        return name().toLowerCase(Locale.ROOT);
    }
}
