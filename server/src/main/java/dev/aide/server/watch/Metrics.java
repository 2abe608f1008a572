package dev.aide.server.watch;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/**
 * Counts requests and their time by endpoint. An endpoint is known by its template and method, never by what a client
 * sent, so that there is a bound to their number.
 *
 * <p>Safe for use by many threads.
 */
public final class Metrics {
    private final Map<Endpoint, Meter> meters = new ConcurrentHashMap<>();
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
        meters.computeIfAbsent(new Endpoint(method, route), unused -> new Meter())
                .add(status, nanos);
    }

    /** How many requests are being answered. */
    public long inFlight() {
        return inFlight.sum();
    }

    /** What came to each endpoint that was called at all, sorted by path. */
    public List<Traffic> traffic() {
        return meters.entrySet().stream()
                .map(entry -> entry.getValue()
                        .read(entry.getKey().method(), entry.getKey().route()))
                .sorted(Comparator.comparing(Traffic::route).thenComparing(Traffic::method))
                .toList();
    }

    private record Endpoint(String method, String route) {}
}
