package dev.aide.agent.config;

import java.util.Locale;

/** How far a method can be seen from, the farthest first; {@code aide.docs.visibility} names the least that is judged. */
public enum DocsVisibility {
    PUBLIC,
    PROTECTED,
    PACKAGE,
    PRIVATE;

    static DocsVisibility parse(String text, String origin) throws BadConfiguration {
        for (DocsVisibility visibility : values()) {
            if (visibility.name().toLowerCase(Locale.ROOT).equals(text)) {
                return visibility;
            }
        }
        throw new BadConfiguration(
                origin + ": '" + text + "' is not a visibility; write public, protected, package or private");
    }
}
