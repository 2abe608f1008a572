package dev.aide.agent.config;

/** Finds what a mistyped name was meant to be, by Levenshtein distance. Stateless; safe for use by any thread. */
public final class Nearest {
    private Nearest() {}

    /** Returns the name that is nearest to what was typed; null where none is known. */
    public static String to(String typed, Iterable<String> known) {
        String nearest = null;
        int best = Integer.MAX_VALUE;
        int bestAsWhole = Integer.MAX_VALUE;
        for (String candidate : known) {
            // a key may have been meant whole, or by its last word, as -Daide.depth
            int asWhole = distance(typed, candidate);
            int distance = Math.min(asWhole, distance(lastWord(typed), lastWord(candidate)) + 1);
            if (distance < best || (distance == best && asWhole < bestAsWhole)) {
                best = distance;
                bestAsWhole = asWhole;
                nearest = candidate;
            }
        }
        return nearest;
    }

    private static String lastWord(String key) {
        return key.substring(key.lastIndexOf('.') + 1);
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int substituted = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
