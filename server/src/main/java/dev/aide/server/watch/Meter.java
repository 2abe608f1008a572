package dev.aide.server.watch;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

/** Counts one endpoint's requests by status and by time. Safe for use by many threads. */
final class Meter {
    private final Map<Integer, LongAdder> byStatus = new ConcurrentHashMap<>();
    private final LongAdder[] byTime =
            Stream.generate(LongAdder::new).limit(Traffic.BOUNDS.size() + 1).toArray(LongAdder[]::new);
    private final LongAdder nanos = new LongAdder();

    void add(int status, long took) {
        byStatus.computeIfAbsent(status, unused -> new LongAdder()).increment();
        byTime[Traffic.bucketOf(seconds(took))].increment();
        nanos.add(took);
    }

    Traffic read(String method, String route) {
        Map<Integer, Long> statuses = new TreeMap<>();
        byStatus.forEach((status, count) -> statuses.put(status, count.sum()));
        return new Traffic(
                method, route, statuses, Stream.of(byTime).map(LongAdder::sum).toList(), seconds(nanos.sum()));
    }

    private static double seconds(long nanos) {
        return (double) nanos / TimeUnit.SECONDS.toNanos(1);
    }
}
