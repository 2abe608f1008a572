package dev.aide.server;

import dev.aide.server.Draft.Raw;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Handler;
import dev.aide.server.http.Method;
import dev.aide.server.http.Response;
import dev.aide.server.socket.SocketServer;
import dev.aide.server.watch.Metrics;
import dev.aide.server.watch.PrometheusText;
import dev.aide.server.watch.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The endpoints of those who run a portal: is it alive, is it ready, how busy is it. */
final class SystemEndpoints {

    private SystemEndpoints() {}

    static List<Draft> of(
            Readiness readiness, Metrics metrics, Optional<Gate> metricsGate, Optional<SocketServer> sockets) {
        List<Draft> drafts = new ArrayList<>();
        drafts.add(
                draft("/health/live", Gate.open(), "Whether the process answers", request -> Map.of("status", true)));
        drafts.add(draft("/health/ready", Gate.open(), "Whether it can do its work", request -> ready(readiness)));
        metricsGate.ifPresent(gate -> drafts.add(draft(
                "/metrics",
                gate,
                "Counters for Prometheus",
                request -> Response.text(PrometheusText.of(metrics, samples(sockets))))));
        return drafts;
    }

    private static List<Sample> samples(Optional<SocketServer> sockets) {
        return sockets.map(SocketServer::state).map(SocketSamples::of).orElse(List.of());
    }

    private static Response ready(Readiness readiness) {
        Map<String, Boolean> checks = readiness.ask();
        boolean isReady = !readiness.isStopping() && !checks.containsValue(false);
        return Response.status(isReady ? 200 : 503).body(Map.of("status", isReady, "checks", checks));
    }

    private static Draft draft(String path, Gate gate, String summary, Handler handler) {
        return new Draft(Method.GET, path, gate, "", "portal", summary, new Raw(handler));
    }
}
