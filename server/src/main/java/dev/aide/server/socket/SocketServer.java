package dev.aide.server.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.gate.Credentials;
import dev.aide.server.gate.Gate;
import dev.aide.server.gate.Guard;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Request;
import dev.aide.server.http.Response;
import dev.aide.server.limit.Limits;
import dev.aide.server.socket.NamespaceDraft.Event;
import dev.aide.server.socket.ServedNamespace.GuardedHandler;
import dev.aide.server.socket.SocketsState.NamespaceState;
import dev.aide.server.socket.engine.BareSockets;
import dev.aide.server.socket.engine.Engine;
import dev.aide.server.socket.engine.Link;
import dev.aide.server.socket.engine.MessageListener;
import dev.aide.server.socket.engine.Sessions;
import dev.aide.server.socket.engine.Wire;
import dev.aide.server.socket.engine.WireListener;
import dev.aide.server.socket.packet.PacketFormat;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sockets at work in a portal: it hands in requests and WebSockets.
 *
 * <p>Safe for use by many threads.
 */
public final class SocketServer {
    private static final Logger LOG = LoggerFactory.getLogger(SocketServer.class);
    private static final long LOOK_MILLIS = 1000;

    private final Sockets sockets;
    private final SocketOptions options;
    private final Map<String, ServedNamespace> namespaces = new HashMap<>();
    private final ObjectMapper mapper;
    private final ScheduledThreadPoolExecutor timer;
    private final Sessions sessions;
    private final Engine engine;
    private final BareSockets bare;
    private volatile Executor executor;

    /**
     * Puts sockets to work, with which {@link SocketMistakes} has found nothing wrong.
     *
     * @param gates the portal's gates by name
     * @param limits where rate limits are counted
     */
    public SocketServer(
            Sockets sockets,
            Map<String, Gate> gates,
            Credentials credentials,
            ObjectMapper mapper,
            Duration handlerTimeout,
            Limits limits) {
        this.sockets = sockets;
        this.options = sockets.options();
        this.mapper = mapper;
        sockets.drafts().forEach((name, draft) -> {
            Map<String, GuardedHandler> events = new HashMap<>();
            for (Event event : draft.events()) {
                Guard guard = new Guard(
                        "event " + name + " " + event.name(),
                        event.gate().in(gates).orElseThrow(),
                        credentials,
                        limits);
                events.put(event.name(), new GuardedHandler(new EventGate(guard), event.handler()));
            }
            Guard connect =
                    new Guard("sockets " + name, draft.connect().in(gates).orElseThrow(), credentials, limits);
            namespaces.put(
                    name,
                    new ServedNamespace(
                            sockets.of(name),
                            connect,
                            events,
                            draft.connected(),
                            draft.disconnected(),
                            credentials,
                            mapper,
                            handlerTimeout));
        });
        timer = new ScheduledThreadPoolExecutor(1, task -> {
            Thread thread = new Thread(task, "portal-sockets");
            thread.setDaemon(true);
            return thread;
        });
        timer.setRemoveOnCancelPolicy(true);
        // a session may end while the portal stops
        timer.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        sessions = new Sessions(options.engine().maxSessions());
        engine = new Engine(options.engine(), this::after, sessions, client(PacketFormat.SOCKET_IO));
        bare = new BareSockets(options.engine(), this::after, sessions, client(PacketFormat.JSON));
    }

    private Runnable after(Duration delay, Runnable task) {
        Future<?> future = timer.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> future.cancel(false);
    }

    private BiFunction<Link, Request, MessageListener> client(PacketFormat format) {
        return (link, opening) -> {
            Inbox inbox = new Inbox(executor, options.maxWaiting());
            Client client = new Client(link, opening, namespaces, format, format.reader(mapper), inbox);
            after(options.connectTimeout(), client::closeUnlessConnected);
            return client;
        };
    }

    /** Handles events by this executor from now on. */
    public void start(Executor handlers) {
        executor = handlers;
        sockets.start(handlers, this::after, sessions);
        var unused =
                timer.scheduleWithFixedDelay(this::disconnectRevoked, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void disconnectRevoked() {
        try {
            namespaces.values().forEach(ServedNamespace::disconnectRevoked);
        } catch (RuntimeException e) {
            // the timer would not call again
            LOG.error("sockets of revoked tokens could not be disconnected", e);
        }
    }

    /** Where requests of long polling come. */
    public String path() {
        return options.path();
    }

    /** Where plain JSON is, if anywhere. */
    public Optional<String> jsonPath() {
        return options.json();
    }

    /**
     * Answers a request of long polling.
     *
     * @throws HttpError if the request is none that the protocol knows
     */
    public CompletionStage<Response> answer(Request request) {
        return engine.answer(request);
    }

    /**
     * What is to be done with a WebSocket that this request asks for, once it is open; empty if none is served at its path.
     *
     * @throws HttpError if it may not be opened
     */
    public Optional<Function<Wire, WireListener>> door(Request request) {
        if (options.json().equals(Optional.of(request.path()))) {
            return Optional.of(bare.door(request));
        }
        return request.path().equals(options.path()) ? Optional.of(engine.door(request)) : Optional.empty();
    }

    /** The route of a request for a WebSocket, for counters: {@code unmatched} where none is served. */
    public String route(String requested) {
        boolean isServed = requested.equals(options.path())
                || options.json().filter(requested::equals).isPresent();
        return isServed ? requested : "unmatched";
    }

    /** How many bytes a client may send in one message. */
    public int maxPayload() {
        return options.engine().maxPayload();
    }

    /** For how long a WebSocket may be silent, to be on the safe side: heartbeats come sooner. */
    public Duration idleTimeout() {
        return options.engine()
                .pingInterval()
                .plus(options.engine().pingTimeout())
                .multipliedBy(2);
    }

    /** How they are doing. */
    public SocketsState state() {
        return new SocketsState(
                sessions.count(),
                sessions.queued(),
                sessions.dropped(),
                namespaces.values().stream()
                        .map(served -> NamespaceState.of(served.namespace()))
                        .sorted(Comparator.comparing(NamespaceState::name))
                        .toList());
    }

    /**
     * Lets no new client in, handles what clients have sent before, and closes all sockets; waits until the clients have
     * heard of it, within a limit.
     */
    public void stop(Duration limit) throws InterruptedException {
        try {
            sessions.stop(limit);
        } finally {
            timer.shutdownNow();
            sockets.stop();
        }
    }
}
