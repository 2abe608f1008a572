package dev.aide.server.watch;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests and their time by endpoint, and writes them as Prometheus reads them (text format 0.0.4). Labels are
 * templates, methods and statuses, never what a client sent, so that there is a bound to their number.
 *
 * <p>Safe for use by many threads.
 */
public final class Metrics {
    private static final double[] BUCKETS = {0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5};
    private static final double NANOS = 1e9;

    private final Map<String, LongAdder> requests = new ConcurrentSkipListMap<>();
    private final Map<String, Histogram> durations = new ConcurrentHashMap<>();
    private final LongAdder inFlight = new LongAdder();

    /** A request begins. */
    public void begin() {
        inFlight.increment();
    }

    /**
     * A request ends.
     *
     * @param route the endpoint's path template, or {@code unmatched}
     * @param nanos how long it took
     */
    public void end(String method, String route, int status, long nanos) {
        inFlight.decrement();
        String labels = "method=\"" + method + "\",route=\"" + route + "\"";
        requests.computeIfAbsent(labels + ",status=\"" + status + "\"", unused -> new LongAdder())
                .increment();
        durations.computeIfAbsent(labels, unused -> new Histogram()).add(nanos / NANOS);
    }

    /** Everything as text. */
    public String text() {
        StringBuilder text = new StringBuilder(1024);
        text.append("# HELP portal_requests_total Requests answered.\n# TYPE portal_requests_total counter\n");
        requests.forEach((labels, count) -> line(text, "portal_requests_total", labels, String.valueOf(count.sum())));
        text.append("# HELP portal_request_seconds How long requests took.\n# TYPE portal_request_seconds histogram\n");
        new ConcurrentSkipListMap<>(durations).forEach((labels, histogram) -> histogram.write(text, labels));
        text.append("# HELP portal_requests_in_flight Requests being answered.\n")
                .append("# TYPE portal_requests_in_flight gauge\n")
                .append("portal_requests_in_flight ")
                .append(inFlight.sum())
                .append('\n');
        return text.toString();
    }

    private static void line(StringBuilder text, String name, String labels, String value) {
        text.append(name).append('{').append(labels).append("} ").append(value).append('\n');
    }

    private static final class Histogram {
        private final long[] counts = new long[BUCKETS.length];
        private long count;
        private double sum;

        synchronized void add(double seconds) {
            count++;
            sum += seconds;
            for (int i = 0; i < BUCKETS.length; i++) {
                if (seconds <= BUCKETS[i]) {
                    counts[i]++;
                }
            }
        }

        synchronized void write(StringBuilder text, String labels) {
            for (int i = 0; i < BUCKETS.length; i++) {
                String bucket = labels + ",le=\"" + BUCKETS[i] + "\"";
                line(text, "portal_request_seconds_bucket", bucket, String.valueOf(counts[i]));
            }
            line(text, "portal_request_seconds_bucket", labels + ",le=\"+Inf\"", String.valueOf(count));
            line(text, "portal_request_seconds_sum", labels, String.format(Locale.ROOT, "%.6f", sum));
            line(text, "portal_request_seconds_count", labels, String.valueOf(count));
        }
    }
}
