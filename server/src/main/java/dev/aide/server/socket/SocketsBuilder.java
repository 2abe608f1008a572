package dev.aide.server.socket;

import static java.util.Objects.requireNonNull;

import dev.aide.server.bind.StrictJson;
import dev.aide.server.socket.engine.EngineOptions;
import dev.aide.server.socket.engine.SlowConsumer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Says how sockets are to be. All but the namespaces has a default.
 *
 * <p>Not safe for use by several threads; the sockets that it builds are.
 */
public final class SocketsBuilder {
    private static final Duration UPGRADE_TIMEOUT = Duration.ofSeconds(10);

    private final Map<String, NamespaceDraft> drafts = new LinkedHashMap<>();
    private String path = "/socket.io/";
    private String json;
    private Duration pingInterval = Duration.ofSeconds(25);
    private Duration pingTimeout = Duration.ofSeconds(20);
    private Duration connectTimeout = Duration.ofSeconds(20);
    private Duration groupMemory = Duration.ofHours(1);
    private int maxPayload = 1_000_000;
    private int maxQueued = 1000;
    private int maxWaiting = 100;
    private int maxSessions = 10_000;
    private SlowConsumer slowConsumer = SlowConsumer.DISCONNECT;

    SocketsBuilder() {}

    /** Where Socket.IO is served. Default: {@code /socket.io/}, where its clients look. */
    public SocketsBuilder path(String where) {
        path = requireNonNull(where, "where");
        return this;
    }

    /** Serves plain JSON too, over WebSocket alone: {@code json("/ws")}. Default: not at all. */
    public SocketsBuilder json(String where) {
        json = requireNonNull(where, "where");
        return this;
    }

    /**
     * Adds a namespace; the one that clients use by default is {@code /}.
     *
     * @throws IllegalArgumentException if there is one of that name
     */
    public SocketsBuilder namespace(String name, Consumer<NamespaceBuilder> description) {
        NamespaceBuilder builder = new NamespaceBuilder();
        description.accept(builder);
        if (drafts.putIfAbsent(requireNonNull(name, "name"), builder.build()) != null) {
            throw new IllegalArgumentException("there are two namespaces '" + name + "'");
        }
        return this;
    }

    /** How often a client is asked whether it is there. Default: 25 seconds; less than the portal's timeouts. */
    public SocketsBuilder pingInterval(Duration interval) {
        pingInterval = positive("pingInterval", interval);
        return this;
    }

    /** How long it may take to say so. Default: 20 seconds. */
    public SocketsBuilder pingTimeout(Duration limit) {
        pingTimeout = positive("pingTimeout", limit);
        return this;
    }

    /** How long a client may be there without connecting to a namespace. Default: 20 seconds. */
    public SocketsBuilder connectTimeout(Duration limit) {
        connectTimeout = positive("connectTimeout", limit);
        return this;
    }

    /** How long a user's groups are remembered after their last socket is gone. Default: an hour. */
    public SocketsBuilder groupMemory(Duration memory) {
        groupMemory = positive("groupMemory", memory);
        return this;
    }

    private static Duration positive(String name, Duration limit) {
        if (limit.isZero() || limit.isNegative()) {
            throw new IllegalArgumentException(name + " must be more than zero, not " + limit);
        }
        return limit;
    }

    /** How many bytes a client may send at once: in a message, or in a polling request. Default: 1,000,000. */
    public SocketsBuilder maxPayload(int bytes) {
        maxPayload = atLeastOne("maxPayload", bytes);
        return this;
    }

    /** How many messages wait for a client that takes them slowly. Default: 1000. */
    public SocketsBuilder maxQueued(int messages) {
        maxQueued = atLeastOne("maxQueued", messages);
        return this;
    }

    /** How many messages of a client wait to be handled before it is read no further. Default: 100. */
    public SocketsBuilder maxWaiting(int messages) {
        maxWaiting = atLeastOne("maxWaiting", messages);
        return this;
    }

    /** How many clients there are at once; others get 503. Default: 10,000. */
    public SocketsBuilder maxSessions(int clients) {
        maxSessions = atLeastOne("maxSessions", clients);
        return this;
    }

    private static int atLeastOne(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " is at least 1, not " + number);
        }
        return number;
    }

    /** What becomes of a client for which too many messages wait. Default: it is disconnected. */
    public SocketsBuilder slowConsumer(SlowConsumer policy) {
        slowConsumer = requireNonNull(policy, "policy");
        return this;
    }

    /** Builds them. What is wrong with gates and names is said when the portal is built. */
    public Sockets build() {
        Map<String, Namespace> namespaces = new LinkedHashMap<>();
        drafts.keySet()
                .forEach(name ->
                        namespaces.put(name, new Namespace(name, StrictJson.mapper(50, maxPayload), groupMemory)));
        EngineOptions engine = new EngineOptions(
                pingInterval, pingTimeout, UPGRADE_TIMEOUT, maxPayload, maxQueued, maxSessions, slowConsumer);
        return new Sockets(
                new SocketOptions(path, Optional.ofNullable(json), engine, connectTimeout, maxWaiting),
                namespaces,
                new LinkedHashMap<>(drafts));
    }
}
