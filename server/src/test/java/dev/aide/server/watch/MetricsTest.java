package dev.aide.server.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MetricsTest {
    private final Metrics metrics = new Metrics();

    @Test
    void what_takes_as_long_as_a_bound_is_below_it() {
        metrics.end("GET", "/a", 200, 1_000_000);
        metrics.end("GET", "/a", 200, 1_000_001);
        metrics.end("GET", "/a", 200, 10_000_000_000L);
        metrics.end("GET", "/a", 200, 10_000_000_001L);

        List<Long> byTime = metrics.traffic().get(0).byTime();
        assertThat(byTime).hasSize(Traffic.BOUNDS.size() + 1);
        assertThat(byTime.subList(0, 2)).containsExactly(1L, 1L);
        assertThat(byTime.subList(byTime.size() - 2, byTime.size())).containsExactly(1L, 1L);
    }

    @Test
    void endpoints_are_apart_and_sorted() {
        metrics.end("POST", "/b", 201, 1);
        metrics.end("GET", "/b", 200, 1);
        metrics.end("GET", "/a", 200, 1);
        metrics.end("any", "unmatched", 404, 1);

        assertThat(metrics.traffic())
                .extracting(traffic -> traffic.method() + " " + traffic.route() + " " + traffic.isUnmatched())
                .containsExactly("GET /a false", "GET /b false", "POST /b false", "any unmatched true");
    }

    @Test
    void what_came_by_two_methods_adds_up() {
        metrics.end("GET", "/a", 200, 1);
        metrics.end("GET", "/a", 404, 1);
        metrics.end("HEAD", "/a", 200, 20_000_000_000L);

        Traffic both = metrics.traffic().get(0).and(metrics.traffic().get(1));

        assertThat(both.method()).isEqualTo("GET");
        assertThat(both.byStatus()).isEqualTo(Map.of(200, 2L, 404, 1L));
        assertThat(both.requests()).isEqualTo(3);
        assertThat(both.seconds()).isBetween(20.0, 20.1);
        assertThat(Traffic.none("GET", "/b").requests()).isZero();
    }

    @Test
    void nothing_is_lost_when_many_count_at_once() {
        IntStream.range(0, 20_000).parallel().forEach(i -> {
            metrics.begin();
            metrics.end("GET", "/a", i % 2 == 0 ? 200 : 500, i);
        });

        assertThat(metrics.inFlight()).isZero();
        assertThat(metrics.traffic().get(0).byStatus()).isEqualTo(Map.of(200, 10_000L, 500, 10_000L));
        assertThat(metrics.traffic().get(0).requests()).isEqualTo(20_000);
    }
}
