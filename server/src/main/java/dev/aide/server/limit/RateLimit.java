package dev.aide.server.limit;

import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;

/**
 * At most so many requests in any span of time of that length, whenever it begins. Each endpoint counts for itself.
 * Immutable.
 *
 * @param by whose requests are counted together
 * @param requests how many
 * @param window in which time
 */
public record RateLimit(LimitBy by, int requests, Duration window) {

    /** Checks the numbers. */
    public RateLimit {
        if (requests < 1) {
            throw new IllegalArgumentException("a rate limit allows at least 1 request, not " + requests);
        }
        if (window.compareTo(Duration.ofMillis(100)) < 0 || window.compareTo(Duration.ofDays(31)) > 0) {
            throw new IllegalArgumentException(
                    "a rate limit's window is from 100 milliseconds to 31 days, not " + window);
        }
    }

    /** A limit for each user. */
    public static RateLimit perUser(int requests, Duration window) {
        return new RateLimit(LimitBy.USER, requests, window);
    }

    /** A limit for each IPv4 address or IPv6 network. */
    public static RateLimit perIp(int requests, Duration window) {
        return new RateLimit(LimitBy.IP, requests, window);
    }

    /** A limit for all requests to the endpoint together. */
    public static RateLimit perEndpoint(int requests, Duration window) {
        return new RateLimit(LimitBy.ENDPOINT, requests, window);
    }

    /** A limit for each token or API key. */
    public static RateLimit perKey(int requests, Duration window) {
        return new RateLimit(LimitBy.KEY, requests, window);
    }

    /** As an item of {@code RateLimit-Policy}: {@code "user";q=100;w=60}. */
    public String policy() {
        return "\"" + label() + "\";q=" + requests + ";w=" + Math.max(1, window.toSeconds());
    }

    /** In words: {@code 100 per minute and user}. */
    @Override
    public String toString() {
        return requests + " per " + words(window) + " and " + label();
    }

    /** In the largest unit that has no rest: {@code hour}, {@code 90 minutes}. */
    private static String words(Duration window) {
        for (ChronoUnit unit : List.of(ChronoUnit.DAYS, ChronoUnit.HOURS, ChronoUnit.MINUTES, ChronoUnit.SECONDS)) {
            if (window.toNanos() % unit.getDuration().toNanos() == 0) {
                long count = window.dividedBy(unit.getDuration());
                String name = unit.name().toLowerCase(Locale.ROOT);
                return count == 1 ? name.substring(0, name.length() - 1) : count + " " + name;
            }
        }
        return window.toMillis() + " milliseconds";
    }

    String label() {
        return by.name().toLowerCase(Locale.ROOT);
    }
}
