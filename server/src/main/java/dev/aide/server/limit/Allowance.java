package dev.aide.server.limit;

import java.time.Duration;

/**
 * What a limit said to a request. Immutable.
 *
 * @param limit the limit
 * @param isGranted whether the request may go on
 * @param remaining how many more may come now
 * @param reset if refused, until when none is granted; else until the oldest counted request is forgotten
 * @param slice in which slice of time it was counted
 */
public record Allowance(RateLimit limit, boolean isGranted, int remaining, Duration reset, long slice) {

    /** As an item of {@code RateLimit}: {@code "user";r=99;t=60}. */
    public String field() {
        return "\"" + limit.label() + "\";r=" + remaining + ";t="
                + reset.plusNanos(999_999_999).toSeconds();
    }
}
