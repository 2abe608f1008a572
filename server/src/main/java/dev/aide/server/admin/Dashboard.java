package dev.aide.server.admin;

import dev.aide.server.agent.AideBean;
import dev.aide.server.http.Request;
import dev.aide.server.route.Route;
import dev.aide.server.socket.SocketServer;
import dev.aide.server.watch.Metrics;
import dev.aide.server.watch.Traffic;
import dev.aide.store.queue.PersistentQueue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Gathers what the page shows. Safe for use by many threads. */
public final class Dashboard {
    private final Instant started = Instant.now();
    private final List<Route> routes;
    private final Metrics metrics;
    private final Supplier<Map<String, Boolean>> checks;
    private final List<PersistentQueue> queues;
    private final boolean showsPayloads;
    private final Optional<SocketServer> sockets;
    private final PageToken token;

    /**
     * Looks at these.
     *
     * @param checks asks the checks of readiness
     * @param showsPayloads whether what is in dead jobs may be shown
     */
    public Dashboard(
            List<Route> routes,
            Metrics metrics,
            Supplier<Map<String, Boolean>> checks,
            List<PersistentQueue> queues,
            boolean showsPayloads,
            Optional<SocketServer> sockets,
            PageToken token) {
        this.routes = routes;
        this.metrics = metrics;
        this.checks = checks;
        this.queues = queues;
        this.showsPayloads = showsPayloads;
        this.sockets = sockets;
        this.token = token;
    }

    /** Everything as it is now. */
    public PageState read(Request request) {
        List<Traffic> traffic = metrics.traffic();
        Runtime runtime = Runtime.getRuntime();
        return new PageState(
                token.of(request.caller()),
                started,
                Instant.now(),
                System.getProperty("java.version"),
                runtime.totalMemory() - runtime.freeMemory(),
                runtime.maxMemory(),
                metrics.inFlight() - 1,
                checks.get(),
                Traffic.BOUNDS,
                routes.stream().map(route -> EndpointState.of(route, traffic)).toList(),
                traffic.stream()
                        .filter(Traffic::isUnmatched)
                        .mapToLong(Traffic::requests)
                        .sum(),
                queues.stream()
                        .map(queue -> QueueState.of(queue, showsPayloads))
                        .toList(),
                sockets.map(SocketServer::state),
                AideBean.read());
    }
}
