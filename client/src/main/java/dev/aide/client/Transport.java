package dev.aide.client;

import java.net.Proxy;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import okhttp3.Call;
import okhttp3.CertificatePinner;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** The OkHttp client beneath a client, and what lives as long as it: connections, threads, breakers, calls under way. */
final class Transport {
    private final OkHttpClient okHttp;
    private final Settings settings;
    private final Destinations destinations;
    private final Set<Exchange<?>> active = ConcurrentHashMap.newKeySet();
    private final Optional<Transport> parent;
    private volatile boolean closed;

    private Transport(OkHttpClient okHttp, Settings settings, Destinations destinations, Optional<Transport> parent) {
        this.okHttp = okHttp;
        this.settings = settings;
        this.destinations = destinations;
        this.parent = parent;
    }

    static Transport root(Settings settings) {
        Dispatcher dispatcher = settings.executor() == null ? new Dispatcher() : new Dispatcher(settings.executor());
        dispatcher.setMaxRequests(settings.limits().maxConcurrentCalls());
        dispatcher.setMaxRequestsPerHost(settings.limits().maxConcurrentCalls());
        OkHttpClient.Builder builder =
                new OkHttpClient.Builder().dispatcher(dispatcher).connectionPool(newPool(settings));
        return new Transport(
                configured(builder, dispatcher, settings), settings, new Destinations(settings), Optional.empty());
    }

    /** Shares threads; and connections, breakers and budgets unless they follow other rules. */
    static Transport derived(Transport parent, Settings settings) {
        OkHttpClient.Builder builder = parent.okHttp.newBuilder();
        builder.interceptors().clear();
        builder.networkInterceptors().clear();
        if (settings.limits().guard() != parent.settings.limits().guard()) {
            // OkHttp does not tell connections apart by their socket factory
            builder.connectionPool(newPool(settings));
        }
        boolean sameRules = Objects.equals(settings.breaking(), parent.settings.breaking())
                && settings.retries().equals(parent.settings.retries());
        return new Transport(
                configured(builder, parent.okHttp.dispatcher(), settings),
                settings,
                sameRules ? parent.destinations : new Destinations(settings),
                Optional.of(parent));
    }

    // keeps the connections of a burst for the next one; OkHttp's own pool keeps five
    private static ConnectionPool newPool(Settings settings) {
        return new ConnectionPool(settings.limits().maxConcurrentCalls(), 5, TimeUnit.MINUTES);
    }

    private static OkHttpClient configured(OkHttpClient.Builder builder, Dispatcher dispatcher, Settings settings) {
        Limits limits = settings.limits();
        builder.retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(settings.timeouts().connect())
                .readTimeout(settings.timeouts().read())
                .writeTimeout(settings.timeouts().read())
                .callTimeout(Duration.ZERO);
        BoundedDns dns = new BoundedDns(
                settings.resolver(),
                dispatcher.executorService(),
                settings.timeouts().connect());
        builder.dns(dns);
        builder.addInterceptor(new Pipeline(new Redirects(limits.maxRedirects(), settings.redaction()), dns));
        builder.addNetworkInterceptor(NoResend::hide);
        if (limits.guard() != null) {
            builder.socketFactory(limits.guard()).proxy(Proxy.NO_PROXY);
        }
        if (settings.tls() != null) {
            builder.sslSocketFactory(settings.tls().sockets(), settings.tls().trust());
        }
        CertificatePinner.Builder pins = new CertificatePinner.Builder();
        settings.pins().forEach(pin -> pins.add(pin.host(), pin.hash()));
        return builder.certificatePinner(pins.build()).build();
    }

    Call newCall(Request request) throws CallException {
        if (isClosed()) {
            throw new CallException(FailureKind.CANCELLED, "the client is closed", null);
        }
        return okHttp.newCall(request);
    }

    Destination destination(Plan<?> plan) {
        return destinations.of(plan.method(), plan.route(), plan.url());
    }

    Destination destination(Method method, String route, HttpUrl url) {
        return destinations.of(method, route, url);
    }

    /** Runs work on the threads of the calls, or here once they have ended. */
    void runSoon(Runnable work) {
        try {
            executor().execute(work);
        } catch (RejectedExecutionException closed) {
            work.run();
        }
    }

    ExecutorService executor() {
        return okHttp.dispatcher().executorService();
    }

    long maxResponseBytes() {
        return settings.limits().maxResponseBytes();
    }

    Duration hedgeAfter() {
        return settings.hedgeAfter();
    }

    int connections() {
        return okHttp.connectionPool().connectionCount();
    }

    int idleConnections() {
        return okHttp.connectionPool().idleConnectionCount();
    }

    void register(Exchange<?> exchange) {
        active.add(exchange);
        parent.ifPresent(above -> above.register(exchange));
    }

    void unregister(Exchange<?> exchange) {
        active.remove(exchange);
        if (closed && parent.isEmpty()) {
            okHttp.connectionPool().evictAll();
        }
        parent.ifPresent(above -> above.unregister(exchange));
    }

    boolean isClosed() {
        return closed || parent.map(Transport::isClosed).orElse(false);
    }

    void close() {
        closed = true;
        active.forEach(exchange -> exchange.stop("the client is closed"));
        if (parent.isEmpty()) {
            if (settings.executor() == null) {
                executor().shutdown();
            }
            okHttp.connectionPool().evictAll();
        } else if (!okHttp.connectionPool().equals(parent.get().okHttp.connectionPool())) {
            okHttp.connectionPool().evictAll();
        }
    }
}
