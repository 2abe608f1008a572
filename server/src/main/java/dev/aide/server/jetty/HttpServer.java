package dev.aide.server.jetty;

import dev.aide.server.serve.Dispatcher;
import dev.aide.server.socket.SocketServer;
import dev.aide.server.watch.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.alpn.server.ALPNServerConnectionFactory;
import org.eclipse.jetty.http2.server.HTTP2ServerConnectionFactory;
import org.eclipse.jetty.server.ConnectionFactory;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.VirtualThreads;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.eclipse.jetty.util.thread.ThreadPool;
import org.eclipse.jetty.util.thread.VirtualThreadPool;

/**
 * A Jetty with the portal in it. HTTP/1.1; with TLS also HTTP/2, if it is offered.
 *
 * <p>Safe for use by many threads.
 */
public final class HttpServer {
    /** The first JDK whose virtual threads are not pinned by synchronized blocks (JEP 491). */
    private static final int FIRST_WITH_VIRTUAL_THREADS = 24;

    private static final String HTTP_1_1 = "http/1.1";
    private static final int MOST_STREAMS = 100;
    private static final long SHUTDOWN_IDLE_MILLIS = 100;

    private final Server server;
    private final ServerConnector connector;
    private final Optional<SocketServer> sockets;
    private final Duration stopTimeout;

    /** Prepares a server; it listens when it is started. */
    public HttpServer(ServerOptions options, Dispatcher dispatcher, Metrics metrics, Optional<SocketServer> sockets) {
        this.sockets = sockets;
        this.stopTimeout = options.stopTimeout();
        server = new Server(threads(options.mostThreads()));
        connector = new ServerConnector(server, factories(options).toArray(ConnectionFactory[]::new));
        connector.setHost(options.host());
        connector.setPort(options.port());
        connector.setIdleTimeout(options.idleTimeout().toMillis());
        // connections without a request are closed soon; those with one are not idle
        connector.setShutdownIdleTimeout(SHUTDOWN_IDLE_MILLIS);
        SlowHeads slowHeads = new SlowHeads(options.headerTimeout(), connector.getScheduler());
        connector.addBean(slowHeads);
        server.addConnector(connector);
        server.addBean(new NetworkConnectionLimit(options.mostConnections(), server));
        server.setErrorHandler(new PlainErrors(dispatcher, new HeadReader(options.proxies())));
        Handler entry = new Entry(options, dispatcher, metrics);
        server.setHandler(new GracefulHandler(
                sockets.<Handler>map(some -> new SocketEntry(server, options, some, dispatcher, metrics, entry))
                        .orElse(entry)));
    }

    private static ThreadPool threads(int most) {
        if (Runtime.version().feature() >= FIRST_WITH_VIRTUAL_THREADS && VirtualThreads.areSupported()) {
            VirtualThreadPool pool = new VirtualThreadPool(most);
            pool.setName("portal");
            return pool;
        }
        QueuedThreadPool pool = new QueuedThreadPool(most);
        pool.setName("portal");
        return pool;
    }

    private static List<ConnectionFactory> factories(ServerOptions options) {
        HttpConfiguration http = new HttpConfiguration();
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(options.mostHeaderBytes());
        // Jetty's memory of a connection's headers takes longer to find an access token than it takes to read one
        http.setHeaderCacheSize(0);
        List<ConnectionFactory> factories = new ArrayList<>();
        options.tls().ifPresent(tls -> {
            // a certificate for a name does not make other names wrong: tests and proxies come by address
            http.addCustomizer(new SecureRequestCustomizer(false));
            factories.add(new SslConnectionFactory(sslContext(tls), options.http2() ? "alpn" : HTTP_1_1));
            if (options.http2()) {
                factories.addAll(http2(http));
            }
        });
        factories.add(new HttpConnectionFactory(http));
        return factories;
    }

    private static List<ConnectionFactory> http2(HttpConfiguration http) {
        ALPNServerConnectionFactory alpn = new ALPNServerConnectionFactory("h2", HTTP_1_1);
        alpn.setDefaultProtocol(HTTP_1_1);
        HTTP2ServerConnectionFactory http2 = new HTTP2ServerConnectionFactory(http);
        http2.setMaxConcurrentStreams(MOST_STREAMS);
        return List.of(alpn, http2);
    }

    private static SslContextFactory.Server sslContext(ServerOptions.Tls tls) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStorePath(tls.keyStore().toString());
        context.setKeyStorePassword(tls.password());
        context.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        return context;
    }

    /**
     * Listens.
     *
     * @throws Exception if the port is taken, or the certificate can't be read
     */
    public void start() throws Exception {
        sockets.ifPresent(some -> some.start(server.getThreadPool()));
        server.start();
    }

    /**
     * Closes sockets, for which it has half of the limit; then takes no more connections, waits for requests under way
     * within what is left of it, closes. Interrupted, it waits no longer for the sockets, and goes on.
     */
    public void stop() throws Exception {
        long end = System.nanoTime() + stopTimeout.toNanos();
        try {
            if (sockets.isPresent()) {
                sockets.get().stop(stopTimeout.dividedBy(2));
            }
        } finally {
            server.setStopTimeout(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
            server.stop();
        }
    }

    /** The port it listens on. */
    public int port() {
        return connector.getLocalPort();
    }
}
