package dev.aide.agent.report.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as reports write them: ISO 8601, in UTC, to the second. */
final class Times {
    private Times() {}

    static String of(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Returns a time as a part of file names: {@code 20261123-061000}. */
    static String compact(long millis) {
        String text = of(millis);
        StringBuilder compact = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= '0' && c <= '9') {
                compact.append(c);
            } else if (c == 'T') {
                compact.append('-');
            }
        }
        return compact.toString();
    }

    /** Reads what {@link #of(long)} wrote. */
    static long millis(String text) {
        return Instant.parse(text).toEpochMilli();
    }
}
