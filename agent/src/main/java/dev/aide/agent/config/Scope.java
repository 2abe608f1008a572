package dev.aide.agent.config;

import java.util.List;

/** Which classes are the user's to hold: included and not excluded; immutable. */
public final class Scope {
    private final List<ClassPattern> included;
    private final List<ClassPattern> excluded;
    private final String origin;

    Scope(List<ClassPattern> included, List<ClassPattern> excluded, String origin) {
        this.included = included;
        this.excluded = excluded;
        this.origin = origin;
    }

    /**
     * Tells whether a class is in scope by its name alone.
     *
     * @param internalName the name as the class file has it, such as {@code com/acme/Order}
     */
    public boolean covers(String internalName) {
        return anyMatches(included, internalName) && !anyMatches(excluded, internalName);
    }

    /** Returns the patterns in a user's words, and where they came from. */
    public String describe() {
        String text = Lists.join(included);
        if (!excluded.isEmpty()) {
            text += " without " + Lists.join(excluded);
        }
        return text + " (" + origin + ")";
    }

    private static boolean anyMatches(List<ClassPattern> patterns, String internalName) {
        for (ClassPattern pattern : patterns) {
            if (pattern.matches(internalName)) {
                return true;
            }
        }
        return false;
    }
}
