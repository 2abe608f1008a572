package dev.aide.server.jetty;

import dev.aide.server.answer.Answer;
import dev.aide.server.http.Headers;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Peer;
import dev.aide.server.serve.Dispatcher;
import dev.aide.server.serve.Dispatcher.Outcome;
import dev.aide.server.socket.SocketServer;
import dev.aide.server.socket.engine.Wire;
import dev.aide.server.socket.engine.WireListener;
import dev.aide.server.watch.Metrics;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.core.Configuration;
import org.eclipse.jetty.websocket.core.WebSocketComponents;
import org.eclipse.jetty.websocket.core.server.Handshaker;
import org.eclipse.jetty.websocket.core.server.WebSocketNegotiator;
import org.eclipse.jetty.websocket.core.server.WebSocketServerComponents;

/** Where a WebSocket comes in from Jetty. What asks for none, or at a path where there is none, goes on. */
final class SocketEntry extends Handler.Wrapper {
    private static final int SWITCHING_PROTOCOLS = 101;

    private final SocketServer sockets;
    private final Dispatcher dispatcher;
    private final Metrics metrics;
    private final HeadReader heads;
    private final WebSocketComponents components;
    private final Handshaker handshaker = Handshaker.newInstance();
    private final AnswerWriter answers = new AnswerWriter();
    private final AccessLog log = new AccessLog();

    SocketEntry(
            Server server,
            ServerOptions options,
            SocketServer sockets,
            Dispatcher dispatcher,
            Metrics metrics,
            Handler next) {
        super(next);
        this.sockets = sockets;
        this.dispatcher = dispatcher;
        this.metrics = metrics;
        this.heads = new HeadReader(options.proxies());
        this.components = WebSocketServerComponents.ensureWebSocketComponents(server);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!handshaker.isWebSocketUpgradeRequest(request)) {
            return super.handle(request, response, callback);
        }
        long begun = System.nanoTime();
        Peer peer = heads.peer(request);
        Optional<Function<Wire, WireListener>> door;
        try {
            door = sockets.door(dispatcher.opening(heads.arrival(request, peer)));
        } catch (HttpError e) {
            metrics.begin();
            AnswerWriter.putCarefulHeaders(response.getHeaders(), peer);
            Answer refusal = dispatcher.refusal(e, peer.requestId());
            finish(request, peer, refusal, begun);
            answers.write(refusal, false, response, callback);
            return true;
        }
        if (door.isEmpty()) {
            return super.handle(request, response, callback);
        }
        // Jetty asks for it when the handshake is in order; what is not, it refuses
        WebSocketNegotiator negotiator = (upgrade, answer, done) -> {
            metrics.begin();
            finish(request, peer, Answer.empty(SWITCHING_PROTOCOLS, Headers.none()), begun);
            return new JettyWire(door.get(), sockets.maxPayload());
        };
        return handshaker.upgradeRequest(negotiator, request, response, callback, components, this::configure)
                || super.handle(request, response, callback);
    }

    private void configure(Configuration configuration) {
        configuration.setIdleTimeout(sockets.idleTimeout());
        configuration.setMaxFrameSize(sockets.maxPayload());
    }

    private void finish(Request request, Peer peer, Answer answer, long begun) {
        long nanos = System.nanoTime() - begun;
        String route = sockets.route(request.getHttpURI().getCanonicalPath());
        // as of requests: a client may invent methods without end
        String method = route.equals("unmatched") ? "any" : request.getMethod();
        metrics.end(method, route, answer.status(), nanos);
        log.write(request, peer, new Outcome(answer, route, ""), nanos / 1_000_000);
    }
}
