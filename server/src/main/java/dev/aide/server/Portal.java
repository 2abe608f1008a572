package dev.aide.server;

import dev.aide.server.jetty.HttpServer;
import dev.aide.server.jetty.ServerOptions;
import dev.aide.server.route.Route;
import dev.aide.server.serve.Dispatcher;
import dev.aide.server.socket.SocketServer;
import dev.aide.server.watch.Metrics;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves endpoints over HTTP: {@code Portal.builder().get("/api/hello").gate(Gate.open()).handle(request -> Map.of("hello",
 * "world")).build().start()}.
 *
 * <p>Safe for use by many threads.
 */
public final class Portal implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Portal.class);

    private final ServerOptions options;
    private final List<Route> routes;
    private final Readiness readiness;
    private final HttpServer server;
    private final Workers workers;
    private State state = State.NEW;
    private volatile int port;

    Portal(
            ServerOptions options,
            List<Route> routes,
            Dispatcher dispatcher,
            Metrics metrics,
            Readiness readiness,
            Optional<SocketServer> sockets,
            Workers workers) {
        this.options = options;
        this.routes = routes;
        this.readiness = readiness;
        this.workers = workers;
        this.server = new HttpServer(options, dispatcher, metrics, sockets);
    }

    /** Begins to say how a portal is to be. */
    public static PortalBuilder builder() {
        return new PortalBuilder();
    }

    /**
     * Begins to listen; returns when it does.
     *
     * @return this
     * @throws PortalException if the port is taken, or the certificate can't be read
     * @throws IllegalStateException if it was started before
     */
    public synchronized Portal start() {
        if (state != State.NEW) {
            throw new IllegalStateException("a portal is started once; build another one");
        }
        state = State.STARTED;
        try {
            server.start();
            port = server.port();
        } catch (Exception e) {
            close();
            throw new PortalException(
                    "it can't listen on " + options.host() + ":" + options.port() + ": " + e.getMessage(), e);
        }
        LOG.info(Banner.of(url(), routes));
        return this;
    }

    /**
     * Stops: takes no more requests, waits for those under way as long as {@link PortalBuilder#stopTimeout} says, of
     * which sockets have the first half, then closes what is left; then stops the {@link PortalBuilder#workers}, for which
     * it waits as long again. Stopping again does nothing. If the thread is interrupted, it goes on with the next step, and
     * the thread stays interrupted.
     */
    public synchronized void stop() {
        if (state == State.STOPPED) {
            return;
        }
        state = State.STOPPED;
        readiness.stopping();
        try {
            server.stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.warn("the portal did not stop as it should: not all requests under way came to their end", e);
        }
        try {
            workers.stop(options.stopTimeout());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** As {@link #stop}. */
    @Override
    public void close() {
        stop();
    }

    /** The endpoints, as they are listed in the log. */
    public List<Route> routes() {
        return routes;
    }

    /** The port that it listens on; 0 before it is started. */
    public int port() {
        return port;
    }

    /** Where it listens, as {@code http://localhost:8080}; seen from this machine if it listens everywhere. */
    public String url() {
        return (options.tls().isPresent() ? "https://" : "http://") + hostInUrl(options.host()) + ":" + port;
    }

    private static String hostInUrl(String host) {
        if (host.equals("0.0.0.0") || host.equals("::")) {
            return "localhost";
        }
        return host.contains(":") ? "[" + host + "]" : host;
    }

    private enum State {
        NEW,
        STARTED,
        STOPPED
    }
}
