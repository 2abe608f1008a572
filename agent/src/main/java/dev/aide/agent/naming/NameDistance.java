package dev.aide.agent.naming;

import java.util.Arrays;
import java.util.List;

/**
 * How far apart two names are, from 0 (the same words) to 1: the edit distance of Needleman and Wunsch with affine gaps
 * (Gotoh, 1982), as a part of the worst that names of these lengths can have. A gap costs about as much however long it
 * is, so that {@code width} is near to {@code maxImageWidth}.
 */
final class NameDistance {
    private static final int CHANGE = 8;
    private static final int GAP = 8;
    private static final int LONGER_GAP = 1;
    private static final int NEVER = Integer.MAX_VALUE / 2;

    private NameDistance() {}

    /** Compares names given as their words. */
    static double between(List<String> name, List<String> other) {
        String from = joined(name);
        String to = joined(other);
        return from.equals(to) ? 0 : (double) edits(from, to) / worst(from.length(), to.length());
    }

    private static String joined(List<String> words) {
        StringBuilder text = new StringBuilder();
        for (String word : words) {
            text.append(text.length() == 0 ? "" : "_").append(word);
        }
        return text.toString();
    }

    /** Three rows: the cheapest way that ends in a pair of letters, in a letter of one only, in one of the other only. */
    private static int edits(String from, String to) {
        int width = to.length() + 1;
        int[] paired = new int[width];
        int[] skipped = new int[width];
        int[] inserted = new int[width];
        for (int j = 0; j < width; j++) {
            inserted[j] = gap(j);
        }
        Arrays.fill(paired, 1, width, NEVER);
        Arrays.fill(skipped, NEVER);
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = Math.min(paired[0], Math.min(skipped[0], inserted[0]));
            paired[0] = NEVER;
            skipped[0] = gap(i);
            inserted[0] = NEVER;
            for (int j = 1; j < width; j++) {
                int above = Math.min(paired[j], inserted[j]);
                int nextDiagonal = Math.min(above, skipped[j]);
                skipped[j] = Math.min(skipped[j] + LONGER_GAP, above + GAP);
                paired[j] = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : CHANGE);
                inserted[j] = Math.min(inserted[j - 1] + LONGER_GAP, Math.min(paired[j - 1], skipped[j - 1]) + GAP);
                diagonal = nextDiagonal;
            }
        }
        return Math.min(paired[width - 1], Math.min(skipped[width - 1], inserted[width - 1]));
    }

    private static int worst(int length, int other) {
        int shorter = Math.min(length, other);
        int changed = shorter * CHANGE + gap(Math.abs(length - other));
        return Math.min(changed, gap(length) + gap(other));
    }

    private static int gap(int letters) {
        return letters == 0 ? 0 : GAP + (letters - 1) * LONGER_GAP;
    }
}
