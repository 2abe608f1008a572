package dev.aide.store.sql;

import java.util.Collection;
import java.util.stream.Collectors;

/** Names of tables and columns: checked, then quoted. Stateless. */
public final class Identifier {
    // PostgreSQL's limit; a longer name would be cut there without a word
    private static final int LONGEST = 63;

    private Identifier() {}

    /**
     * Quotes a name, which may have one qualifier in front ({@code archive.users}).
     *
     * @throws IllegalArgumentException if the name has other characters than letters, digits and underscores, begins
     *     with a digit, or is longer than 63
     */
    public static String quote(String name) {
        int dot = name.indexOf('.');
        return dot < 0 ? quotePart(name) : quotePart(name.substring(0, dot)) + "." + quotePart(name.substring(dot + 1));
    }

    /** Quotes each name and joins them with commas. */
    public static String quoteAll(Collection<String> names) {
        return names.stream().map(Identifier::quote).collect(Collectors.joining(", "));
    }

    private static boolean isValid(String name) {
        if (name.isEmpty() || name.length() > LONGEST || isDigit(name.charAt(0))) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || isDigit(c))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static String quotePart(String name) {
        if (!isValid(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' is no name for a table or column: use letters, digits and"
                            + " underscores, not a digit first, at most 63 of them");
        }
        return '"' + name + '"';
    }
}
