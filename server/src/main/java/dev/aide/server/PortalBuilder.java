package dev.aide.server;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.answer.ErrorAnswers;
import dev.aide.server.answer.ErrorFormat;
import dev.aide.server.bind.StrictJson;
import dev.aide.server.gate.Credentials;
import dev.aide.server.gate.Gate;
import dev.aide.server.gate.Logins;
import dev.aide.server.http.Method;
import dev.aide.server.jetty.ServerOptions;
import dev.aide.server.limit.Limits;
import dev.aide.server.limit.TrustedProxies;
import dev.aide.server.route.Route;
import dev.aide.server.serve.Cors;
import dev.aide.server.serve.Dispatcher;
import dev.aide.server.socket.SocketMistakes;
import dev.aide.server.socket.SocketServer;
import dev.aide.server.socket.Sockets;
import dev.aide.server.token.ApiKeys;
import dev.aide.server.token.Tokens;
import dev.aide.server.watch.Metrics;
import dev.aide.store.Stoppable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.function.BooleanSupplier;

/**
 * Says how a portal is to be. All but the endpoints has a default.
 *
 * <p>Not safe for use by several threads; the portal that it builds is.
 */
public final class PortalBuilder {
    private static final int LEAST_THREADS = 8;

    private final List<Draft> drafts = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Map<String, Gate> gates = new LinkedHashMap<>();
    private final List<String> origins = new ArrayList<>();
    private final Map<String, BooleanSupplier> readiness = new LinkedHashMap<>();
    private String host = "localhost";
    private int port = 8080;
    private Tokens tokens;
    private ApiKeys apiKeys;
    private Logins logins;
    private ErrorFormat errorFormat = ErrorFormat.STATUS;
    private boolean isDebug;
    private ServerOptions.Tls tls;
    private boolean offersHttp2 = true;
    private List<String> proxies = List.of();
    private int mostThreads = 200;
    private int mostConnections = 10_000;
    private int mostBodyBytes = 1024 * 1024;
    private long mostUploadBytes = 10L * 1024 * 1024;
    private int mostHeaderBytes = 8 * 1024;
    private int mostJsonDepth = 50;
    private Duration headerTimeout = Duration.ofSeconds(10);
    private Duration idleTimeout = Duration.ofSeconds(30);
    private Duration handlerTimeout = Duration.ofSeconds(30);
    private Duration stopTimeout = Duration.ofSeconds(30);
    private Gate metricsGate;
    private Docs docs;
    private Admin admin;
    private Sockets sockets;
    private Limits limits = Limits.inMemory();
    private final List<Stoppable> workers = new ArrayList<>();

    PortalBuilder() {}

    /** Where to listen. Default: localhost; {@code 0.0.0.0} for everywhere. */
    public PortalBuilder host(String address) {
        host = requireNonNull(address, "address");
        return this;
    }

    /** Which port to listen on, 0 for any that is free. Default: 8080. */
    public PortalBuilder port(int number) {
        if (number < 0 || number > 65_535) {
            throw new IllegalArgumentException("a port is from 0 to 65535, not " + number);
        }
        port = number;
        return this;
    }

    /** Names a gate, for {@link Endpoint#gate}. */
    public PortalBuilder gate(String name, Gate gate) {
        if (gates.putIfAbsent(requireNonNull(name, "name"), requireNonNull(gate, "gate")) != null) {
            problems.add("there are two gates of the name '" + name + "'");
        }
        return this;
    }

    /** Checks access tokens for gates that ask for them. */
    public PortalBuilder tokens(Tokens checker) {
        tokens = requireNonNull(checker, "checker");
        return this;
    }

    /** Checks API keys for gates that ask for them. */
    public PortalBuilder apiKeys(ApiKeys checker) {
        apiKeys = requireNonNull(checker, "checker");
        return this;
    }

    /** Checks names and passwords for gates that ask for them. */
    public PortalBuilder logins(Logins checker) {
        logins = requireNonNull(checker, "checker");
        return this;
    }

    /**
     * Where rate limits are counted. Default: in memory, each process for itself; {@link Limits#shared} counts for all nodes
     * together.
     */
    public PortalBuilder limits(Limits place) {
        limits = requireNonNull(place, "place");
        return this;
    }

    /** An endpoint for GET, and HEAD. */
    public EndpointBuilder get(String path) {
        return new EndpointBuilder(this, Method.GET, path);
    }

    /** An endpoint for POST. */
    public EndpointBuilder post(String path) {
        return new EndpointBuilder(this, Method.POST, path);
    }

    /** An endpoint for PUT. */
    public EndpointBuilder put(String path) {
        return new EndpointBuilder(this, Method.PUT, path);
    }

    /** An endpoint for PATCH. */
    public EndpointBuilder patch(String path) {
        return new EndpointBuilder(this, Method.PATCH, path);
    }

    /** An endpoint for DELETE. */
    public EndpointBuilder delete(String path) {
        return new EndpointBuilder(this, Method.DELETE, path);
    }

    PortalBuilder add(Draft draft) {
        drafts.add(draft);
        return this;
    }

    /** The {@link Endpoint} methods of these objects. */
    public PortalBuilder endpoints(Object... instances) {
        Discovery discovery = new Discovery();
        for (Object instance : instances) {
            drafts.addAll(discovery.of(instance));
        }
        problems.addAll(discovery.problems());
        return this;
    }

    /** The {@link Endpoint} methods of all classes of a package and those below it. */
    public PortalBuilder scan(String packageName) {
        Discovery discovery = new Discovery();
        drafts.addAll(discovery.in(packageName));
        problems.addAll(discovery.problems());
        return this;
    }

    /** The {@link Endpoint} methods of all {@link Endpoints} that {@link ServiceLoader} finds. */
    public PortalBuilder discover() {
        ServiceLoader.load(Endpoints.class).forEach(this::endpoints);
        return this;
    }

    /** Lets pages of these origins call the portal: {@code https://app.example.com}. Default: of none but its own. */
    public PortalBuilder cors(String... exactOrigins) {
        origins.addAll(List.of(exactOrigins));
        return this;
    }

    /** What errors look like. Default: {@link ErrorFormat#STATUS}. */
    public PortalBuilder errors(ErrorFormat format) {
        errorFormat = requireNonNull(format, "format");
        return this;
    }

    /** Sends stack traces with errors: never on the internet. */
    public PortalBuilder debug() {
        isDebug = true;
        return this;
    }

    /**
     * Speaks TLS, and HTTP/2 to clients that can unless {@link #http2} says otherwise.
     *
     * @param keyStore a PKCS#12 file with certificate and private key
     */
    public PortalBuilder tls(Path keyStore, String password) {
        tls = new ServerOptions.Tls(keyStore, password);
        return this;
    }

    /** Says whether clients that speak TLS are offered HTTP/2 (RFC 9113); else they get HTTP/1.1. Default: yes. */
    public PortalBuilder http2(boolean isOffered) {
        offersHttp2 = isOffered;
        return this;
    }

    /** Believes {@code X-Forwarded-For} and {@code X-Forwarded-Proto} from these networks. Default: from none. */
    public PortalBuilder trustedProxies(String... networks) {
        proxies = List.of(networks);
        return this;
    }

    /** How many handlers run at once; from JDK 24 on virtual threads. Default: 200. */
    public PortalBuilder maxThreads(int threads) {
        mostThreads = atLeast("maxThreads", LEAST_THREADS, threads);
        return this;
    }

    /** How many connections are open at once; others wait. Default: 10,000. */
    public PortalBuilder maxConnections(int connections) {
        mostConnections = atLeast("maxConnections", 1, connections);
        return this;
    }

    /** How large a body without files may be, in bytes. Default: 1 MiB. */
    public PortalBuilder maxBodyBytes(int bytes) {
        mostBodyBytes = atLeast("maxBodyBytes", 1, bytes);
        return this;
    }

    /** How large a multipart form may be, in bytes. Default: 10 MiB. */
    public PortalBuilder maxUploadBytes(long bytes) {
        if (bytes < 1) {
            throw new IllegalArgumentException("maxUploadBytes is at least 1, not " + bytes);
        }
        mostUploadBytes = bytes;
        return this;
    }

    /** How large the request line and headers may be together, in bytes. Default: 8 KiB. */
    public PortalBuilder maxHeaderBytes(int bytes) {
        mostHeaderBytes = atLeast("maxHeaderBytes", 256, bytes);
        return this;
    }

    /** How deep JSON objects and lists may be in each other. Default: 50. */
    public PortalBuilder maxJsonDepth(int depth) {
        mostJsonDepth = atLeast("maxJsonDepth", 1, depth);
        return this;
    }

    private static int atLeast(String name, int least, int number) {
        if (number < least) {
            throw new IllegalArgumentException(name + " is at least " + least + ", not " + number);
        }
        return number;
    }

    /** How long the head of a request may take. Default: 10 seconds. */
    public PortalBuilder headerTimeout(Duration limit) {
        headerTimeout = positive("headerTimeout", limit);
        return this;
    }

    /** How long a connection may be silent. Default: 30 seconds. */
    public PortalBuilder idleTimeout(Duration limit) {
        idleTimeout = positive("idleTimeout", limit);
        return this;
    }

    /** How long the future of an asynchronous handler may take; then the answer is 503. Default: 30 seconds. */
    public PortalBuilder handlerTimeout(Duration limit) {
        handlerTimeout = positive("handlerTimeout", limit);
        return this;
    }

    /** How long {@link Portal#stop} waits for requests under way. Default: 30 seconds. */
    public PortalBuilder stopTimeout(Duration limit) {
        stopTimeout = positive("stopTimeout", limit);
        return this;
    }

    private static Duration positive(String name, Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero, not " + limit);
        }
        return limit;
    }

    /** Stops these, one after the other, when the portal has stopped: task buffers, schedulers. Default: none. */
    public PortalBuilder workers(Stoppable... more) {
        workers.addAll(List.of(more));
        return this;
    }

    /** Adds a check to {@code /health/ready}; it is asked at each request there. */
    public PortalBuilder readyWhen(String name, BooleanSupplier check) {
        readiness.put(requireNonNull(name, "name"), requireNonNull(check, "check"));
        return this;
    }

    /** Serves counters for Prometheus at {@code /metrics}. Default: not at all. */
    public PortalBuilder metrics(Gate gate) {
        metricsGate = requireNonNull(gate, "gate");
        return this;
    }

    /**
     * Describes the portal at {@code /openapi.json}, and for people at {@code /docs}. Default: not at all.
     *
     * @param title what the portal is called
     * @param version which version of it this is
     * @param gate who may read it
     */
    public PortalBuilder docs(String title, String version, Gate gate) {
        docs = new Docs(
                requireNonNull(title, "title"), requireNonNull(version, "version"), requireNonNull(gate, "gate"));
        return this;
    }

    /** Serves a page for those who run the portal at {@code /admin}. Default: not at all. */
    public PortalBuilder admin(Admin page) {
        admin = requireNonNull(page, "page");
        return this;
    }

    /** Serves sockets. Default: none. */
    public PortalBuilder sockets(Sockets served) {
        sockets = requireNonNull(served, "served");
        return this;
    }

    /**
     * Builds the portal.
     *
     * @throws PortalException if anything is wrong; it says all that is
     */
    public Portal build() {
        ObjectMapper mapper = StrictJson.mapper(mostJsonDepth, mostBodyBytes);
        Credentials credentials = new Credentials(tokens, apiKeys, logins);
        Metrics counters = new Metrics();
        Readiness ready = new Readiness(checks());
        List<String> wrongSockets = mistakesInSockets(credentials);
        Optional<SocketServer> socketServer =
                wrongSockets.isEmpty() ? socketServer(credentials, mapper) : Optional.empty();
        List<Draft> all = new ArrayList<>(drafts);
        all.addAll(SystemEndpoints.of(ready, counters, Optional.ofNullable(metricsGate), socketServer));
        RouteCompiler compiler = new RouteCompiler(gates, credentials, mapper);
        List<Route> routes = new ArrayList<>(compiler.compile(all));
        if (docs != null) {
            routes.addAll(compiler.compile(docs.drafts(routes, errorFormat)));
        }
        if (admin != null) {
            routes.addAll(compiler.compile(AdminEndpoints.of(
                    admin, List.copyOf(routes), counters, ready, Optional.ofNullable(sockets), socketServer)));
        }
        List<String> wrong = new ArrayList<>(problems);
        socketServer.map(SocketEndpoints::of).map(compiler::compile).ifPresent(routes::addAll);
        wrong.addAll(wrongSockets);
        wrong.addAll(compiler.problems());
        wrong.addAll(Cors.mistakes(origins));
        Optional.ofNullable(admin).map(AdminEndpoints::mistakes).ifPresent(wrong::addAll);
        Optional<TrustedProxies> trusted = trusted(wrong);
        if (!wrong.isEmpty()) {
            throw new PortalException(wrong);
        }
        ErrorAnswers errors = new ErrorAnswers(mapper, errorFormat, isDebug);
        Cors cors =
                Cors.of(origins).socketsAt(socketServer.map(SocketServer::path).orElse(""));
        Dispatcher dispatcher = new Dispatcher(routes, credentials, cors, mapper, errors, handlerTimeout, limits);
        return new Portal(
                options(trusted.orElseThrow()),
                List.copyOf(routes),
                dispatcher,
                counters,
                ready,
                socketServer,
                new Workers(workers));
    }

    /** Those of the program, and that what all nodes share is there. */
    private Map<String, BooleanSupplier> checks() {
        Map<String, BooleanSupplier> checks = new LinkedHashMap<>(readiness);
        if (limits.isShared()) {
            checks.putIfAbsent("limits", limits::isReachable);
        }
        if (tokens != null && tokens.isShared()) {
            checks.putIfAbsent("tokens", tokens::isInTouch);
        }
        if (sockets != null && sockets.isShared()) {
            checks.putIfAbsent("sockets", sockets::isReady);
        }
        return checks;
    }

    private List<String> mistakesInSockets(Credentials credentials) {
        Duration longestPoll = handlerTimeout.compareTo(idleTimeout) < 0 ? handlerTimeout : idleTimeout;
        return sockets == null ? List.of() : SocketMistakes.in(sockets, gates, credentials, longestPoll, mostBodyBytes);
    }

    private Optional<SocketServer> socketServer(Credentials credentials, ObjectMapper mapper) {
        return Optional.ofNullable(sockets)
                .map(some -> new SocketServer(some, gates, credentials, mapper, handlerTimeout, limits));
    }

    private Optional<TrustedProxies> trusted(List<String> wrong) {
        try {
            return Optional.of(TrustedProxies.of(proxies));
        } catch (IllegalArgumentException e) {
            wrong.add("trusted proxies: " + e.getMessage());
            return Optional.empty();
        }
    }

    private ServerOptions options(TrustedProxies trusted) {
        return new ServerOptions(
                host,
                port,
                Optional.ofNullable(tls),
                offersHttp2,
                trusted,
                mostThreads,
                mostConnections,
                mostBodyBytes,
                mostUploadBytes,
                mostHeaderBytes,
                headerTimeout,
                idleTimeout,
                stopTimeout);
    }
}
