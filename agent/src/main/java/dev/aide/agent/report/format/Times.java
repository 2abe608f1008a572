package dev.aide.agent.report.format;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Times as reports write them: ISO 8601, in UTC, to the second. */
final class Times {
    private Times() {}

    static String of(long millis) {
        return Instant.ofEpochMilli(millis).truncatedTo(ChronoUnit.SECONDS).toString();
    }

    /** Reads what {@link #of(long)} wrote. */
    static long millis(String text) {
        return Instant.parse(text).toEpochMilli();
    }
}
