package dev.aide.server.socket.engine;

import dev.aide.server.http.HttpError;
import dev.aide.server.http.Request;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * Lets WebSockets in that carry messages as they are, without Engine.IO.
 *
 * <p>Safe for use by many threads.
 */
public final class BareSockets {
    private final EngineOptions options;
    private final Timer timer;
    private final Sessions sessions;
    private final BiFunction<Link, Request, MessageListener> clients;

    /**
     * Begins.
     *
     * @param clients makes of a new session and the request that opened it what hears its messages
     */
    public BareSockets(
            EngineOptions options, Timer timer, Sessions sessions, BiFunction<Link, Request, MessageListener> clients) {
        this.options = options;
        this.timer = timer;
        this.sessions = sessions;
        this.clients = clients;
    }

    /**
     * What is to be done with a WebSocket that this request asks for, once it is open.
     *
     * @throws HttpError 503 if there are too many sessions, or the server stops
     */
    public Function<Wire, WireListener> door(Request request) {
        sessions.refuseIfFull();
        return wire -> {
            Outbox outbox = new Outbox(options.maxQueued(), options.slowConsumer(), sessions.drops());
            WireSession session = new WireSession(UUID.randomUUID().toString(), options, timer, outbox, wire);
            session.start(clients.apply(session, request));
            sessions.add(session);
            return session;
        };
    }
}
