package dev.aide.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class PrometheusTextTest {
    @Test
    void writes_counts_times_and_what_is_in_flight() {
        Metrics metrics = new Metrics();
        for (int i = 0; i < 4; i++) {
            metrics.begin();
        }
        metrics.end("GET", "/notes/{id}", 200, 1_000_000);
        metrics.end("GET", "/notes/{id}", 404, 1_000_001);
        metrics.end("any", "unmatched", 404, 20_000_000_000L);

        assertThat(PrometheusText.of(metrics, List.of()))
                .isEqualTo("""
                # HELP portal_requests_total Requests answered.
                # TYPE portal_requests_total counter
                portal_requests_total{method="GET",route="/notes/{id}",status="200"} 1
                portal_requests_total{method="GET",route="/notes/{id}",status="404"} 1
                portal_requests_total{method="any",route="unmatched",status="404"} 1
                # HELP portal_request_seconds How long requests took.
                # TYPE portal_request_seconds histogram
                portal_request_seconds_bucket{method="GET",route="/notes/{id}",le="0.001"} 1
                """ + buckets("method=\"GET\",route=\"/notes/{id}\"", 1, 2, 2) + """
                portal_request_seconds_sum{method="GET",route="/notes/{id}"} 0.002000
                portal_request_seconds_count{method="GET",route="/notes/{id}"} 2
                portal_request_seconds_bucket{method="any",route="unmatched",le="0.001"} 0
                """
                        + buckets("method=\"any\",route=\"unmatched\"", 1, 0, 1) + """
                portal_request_seconds_sum{method="any",route="unmatched"} 20.000000
                portal_request_seconds_count{method="any",route="unmatched"} 1
                # HELP portal_requests_in_flight Requests being answered.
                # TYPE portal_requests_in_flight gauge
                portal_requests_in_flight 1
                """);
    }

    @Test
    void writes_others_with_and_without_labels() {
        Map<String, Long> byNamespace = new TreeMap<>(Map.of("namespace=\"/\"", 3L, "namespace=\"/b\"", 1L));

        assertThat(PrometheusText.of(
                        new Metrics(),
                        List.of(
                                Sample.gauge("sockets", "Sockets in a namespace.", byNamespace),
                                Sample.counter("dropped_total", "Messages dropped.", 5))))
                .endsWith("""
                # HELP sockets Sockets in a namespace.
                # TYPE sockets gauge
                sockets{namespace="/"} 3
                sockets{namespace="/b"} 1
                # HELP dropped_total Messages dropped.
                # TYPE dropped_total counter
                dropped_total 5
                """);
    }

    /** All buckets from one on, each with the same count but for the last. */
    private static String buckets(String labels, int from, long each, long last) {
        StringBuilder text = new StringBuilder();
        for (double bound : Traffic.BOUNDS.subList(from, Traffic.BOUNDS.size())) {
            text.append("portal_request_seconds_bucket{" + labels + ",le=\"" + bound + "\"} " + each + "\n");
        }
        return text.append("portal_request_seconds_bucket{" + labels + ",le=\"+Inf\"} " + last + "\n")
                .toString();
    }
}
