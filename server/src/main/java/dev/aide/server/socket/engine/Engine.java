package dev.aide.server.socket.engine;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Method;
import dev.aide.server.http.Request;
import dev.aide.server.http.Response;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Serves Engine.IO at one path: answers its requests, and lets WebSockets in.
 *
 * <p>Safe for use by many threads.
 */
public final class Engine {
    private static final String VERSION = "4";
    private static final String POLLING = "polling";
    private static final String WEBSOCKET = "websocket";
    private static final int ID_BYTES = 15;

    private final EngineOptions options;
    private final Timer timer;
    private final BiFunction<Link, Request, MessageListener> clients;
    private final SecureRandom random = new SecureRandom();
    private final Sessions sessions;
    private final Map<String, EngineSession> byId = new ConcurrentHashMap<>();

    /**
     * Begins without a session.
     *
     * @param clients makes of a new session and the request that opened it what hears its messages
     */
    public Engine(
            EngineOptions options, Timer timer, Sessions sessions, BiFunction<Link, Request, MessageListener> clients) {
        this.options = options;
        this.timer = timer;
        this.sessions = sessions;
        this.clients = clients;
    }

    /**
     * Answers a request of long polling.
     *
     * @throws HttpError 400 if the request is none that the protocol knows, 413 if it is too large, 503 if there are too
     *     many sessions or the server stops
     */
    public CompletionStage<Response> answer(Request request) {
        if (!transportOf(request).equals(POLLING)) {
            throw HttpError.badRequest("Bad request: transport=websocket needs an upgrade to WebSocket");
        }
        Optional<String> id = request.queryValue("sid");
        if (id.isEmpty() && request.method() != Method.GET) {
            throw HttpError.badRequest("Bad handshake method: a session is opened by GET");
        }
        if (id.isEmpty()) {
            sessions.refuseIfFull();
            EngineSession session = newSession();
            session.start(clients.apply(session, request));
            add(session);
            return CompletableFuture.completedFuture(payload(List.of(greeting(session, List.of(WEBSOCKET)))));
        }
        EngineSession session = sessionOf(id.get());
        return switch (request.method()) {
            case GET -> session.poll().thenApply(Engine::text);
            case POST ->
                session.post(bodyOf(request)).thenApply(done -> text("ok".getBytes(StandardCharsets.US_ASCII)));
            default -> throw HttpError.badRequest("Bad request: a session is used by GET and POST");
        };
    }

    private static String transportOf(Request request) {
        if (!request.queryValue("EIO").equals(Optional.of(VERSION))) {
            throw HttpError.badRequest("Unsupported protocol version: EIO must be 4");
        }
        return request.queryValue("transport")
                .filter(transport -> transport.equals(POLLING) || transport.equals(WEBSOCKET))
                .orElseThrow(() -> HttpError.badRequest("Transport unknown: transport must be polling or websocket"));
    }

    private byte[] bodyOf(Request request) {
        byte[] body = request.body().bytes();
        if (body.length > options.maxPayload()) {
            throw HttpError.of(413, "a payload has at most " + options.maxPayload() + " bytes");
        }
        return body;
    }

    private EngineSession sessionOf(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(EngineSession::unknown);
    }

    private EngineSession newSession() {
        byte[] bytes = new byte[ID_BYTES];
        random.nextBytes(bytes);
        String id = Base64.getUrlEncoder().encodeToString(bytes);
        Outbox outbox = new Outbox(options.maxQueued(), options.slowConsumer(), sessions.drops());
        return new EngineSession(id, options, timer, outbox);
    }

    /** Lets a session be found, which has begun: one that has not can't take what comes. */
    private void add(EngineSession session) {
        byId.put(session.id(), session);
        var unused = session.ended().thenRun(() -> byId.remove(session.id()));
        sessions.add(session);
    }

    private EnginePacket greeting(EngineSession session, List<String> upgrades) {
        ObjectNode handshake = JsonNodeFactory.instance.objectNode();
        handshake.put("sid", session.id());
        upgrades.forEach(handshake.putArray("upgrades")::add);
        handshake.put("pingInterval", options.pingInterval().toMillis());
        handshake.put("pingTimeout", options.pingTimeout().toMillis());
        handshake.put("maxPayload", options.maxPayload());
        return new EnginePacket.Text(EnginePacket.Type.OPEN, handshake.toString());
    }

    private static Response payload(List<EnginePacket> packets) {
        return text(PollingPayload.encode(
                packets.stream().map(EnginePacket::toFrame).toList()));
    }

    private static Response text(byte[] body) {
        return Response.ok(body).header("Content-Type", "text/plain; charset=UTF-8");
    }

    /**
     * What is to be done with a WebSocket that this request asks for, once it is open.
     *
     * @throws HttpError 400 if the request is none that the protocol knows, 503 as {@link #answer}
     */
    public Function<Wire, WireListener> door(Request request) {
        if (!transportOf(request).equals(WEBSOCKET)) {
            throw HttpError.badRequest("Bad request: an upgrade to WebSocket needs transport=websocket");
        }
        Optional<String> id = request.queryValue("sid");
        if (id.isPresent()) {
            EngineSession session = sessionOf(id.get());
            return wire -> session.probe(wire).orElseGet(() -> refused(wire));
        }
        sessions.refuseIfFull();
        return wire -> {
            EngineSession session = newSession();
            WireListener carrier = session.start(clients.apply(session, request), wire, greeting(session, List.of()));
            add(session);
            return carrier;
        };
    }

    private static WireListener refused(Wire wire) {
        wire.close(CloseCode.POLICY, "the session has a WebSocket already");
        return new Deaf();
    }

    /** Hears nothing, from a WebSocket that is being closed. */
    private record Deaf() implements WireListener {

        @Override
        public CompletionStage<Void> text(String text) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> binary(byte[] bytes) {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void closed() {}
    }
}
