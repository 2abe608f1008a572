package dev.aide.server.watch;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What came to an endpoint since the start. Immutable.
 *
 * @param method the method; {@code any} where the path led nowhere
 * @param route the path template, or {@code unmatched}
 * @param byStatus how many answers there were of each status
 * @param byTime how many requests took up to each of {@link #BOUNDS}, and longer than the one before it; the last one:
 *     longer than all of them
 * @param seconds how long all of them took together
 */
public record Traffic(String method, String route, Map<Integer, Long> byStatus, List<Long> byTime, double seconds) {
    /** The bounds of the counts by time, in seconds. */
    public static final List<Double> BOUNDS =
            List.of(0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0);

    /** Copies what it is given. */
    public Traffic {
        byStatus = Collections.unmodifiableMap(new TreeMap<>(byStatus));
        byTime = List.copyOf(byTime);
    }

    /** An endpoint that nothing came to. */
    public static Traffic none(String method, String route) {
        return new Traffic(method, route, Map.of(), Collections.nCopies(BOUNDS.size() + 1, 0L), 0);
    }

    static int bucketOf(double seconds) {
        int bucket = 0;
        while (bucket < BOUNDS.size() && seconds > BOUNDS.get(bucket)) {
            bucket++;
        }
        return bucket;
    }

    /** How many requests there were. */
    public long requests() {
        return byTime.stream().mapToLong(Long::longValue).sum();
    }

    /** Whether these are the requests whose path led nowhere. */
    public boolean isUnmatched() {
        return route.equals("unmatched");
    }

    /** This and what came by another method, under the name of this. */
    public Traffic and(Traffic other) {
        Map<Integer, Long> statuses = new TreeMap<>(byStatus);
        other.byStatus.forEach((status, count) -> statuses.merge(status, count, Long::sum));
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < byTime.size(); i++) {
            times.add(byTime.get(i) + other.byTime.get(i));
        }
        return new Traffic(method, route, statuses, times, seconds + other.seconds);
    }
}
