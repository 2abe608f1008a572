package dev.aide.server.socket;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.bind.StrictJson;
import dev.aide.server.socket.engine.EngineOptions;
import dev.aide.server.socket.engine.SlowConsumer;
import dev.aide.server.socket.mailbox.Mailboxes;
import dev.aide.server.socket.mailbox.MemoryMailboxes;
import dev.aide.server.socket.packet.EventText;
import dev.aide.store.Database;
import java.time.Clock;
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
    private static final int MOST_JSON_DEPTH = 50;
    private static final Duration LEAST_NODE_TIMEOUT = Duration.ofSeconds(3);
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
    private int maxKept = 1000;
    private Duration ackTimeout = Duration.ofSeconds(30);
    private Duration nodeTimeout = Duration.ofSeconds(10);
    private Database store;
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

    /**
     * How long a user's groups are remembered after their last socket is gone, if there is no store. Default: an hour.
     */
    public SocketsBuilder groupMemory(Duration memory) {
        groupMemory = positive("groupMemory", memory);
        return this;
    }

    /**
     * How long a client may take to acknowledge a message that is kept until it does; then it is sent others, and this
     * one again when it comes back. Default: 30 seconds.
     */
    public SocketsBuilder ackTimeout(Duration limit) {
        ackTimeout = positive("ackTimeout", limit);
        return this;
    }

    /**
     * For how long a node may not reach a PostgreSQL store: after that its sockets are gone for the other nodes, and it
     * closes them, so that clients go on elsewhere. Default: 10 seconds.
     *
     * @throws IllegalArgumentException if less than 3 seconds, since nodes look each second
     */
    public SocketsBuilder nodeTimeout(Duration limit) {
        if (limit.compareTo(LEAST_NODE_TIMEOUT) < 0) {
            throw new IllegalArgumentException(
                    "nodeTimeout is at least " + LEAST_NODE_TIMEOUT + ", not " + limit + ": nodes look each second");
        }
        nodeTimeout = limit;
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

    /** How many messages are kept for a user until they are acknowledged; more are refused. Default: 1000. */
    public SocketsBuilder maxKept(int messages) {
        maxKept = atLeastOne("maxKept", messages);
        return this;
    }

    private static int atLeastOne(String name, int number) {
        if (number < 1) {
            throw new IllegalArgumentException(name + " is at least 1, not " + number);
        }
        return number;
    }

    /**
     * Where groups are remembered, and messages kept until they are acknowledged: SQLite or PostgreSQL, with tables that
     * are made if they are not there. All portals whose sockets have the same PostgreSQL database act as one. The caller
     * closes it after the portal is stopped. Default: in memory.
     */
    public SocketsBuilder store(Database database) {
        store = requireNonNull(database, "database");
        return this;
    }

    /** What becomes of a client for which too many messages wait. Default: it is disconnected. */
    public SocketsBuilder slowConsumer(SlowConsumer policy) {
        slowConsumer = requireNonNull(policy, "policy");
        return this;
    }

    /**
     * Builds them. What is wrong with gates and names is said when the portal is built.
     *
     * @throws dev.aide.store.StoreException if the store refuses the tables
     */
    public Sockets build() {
        Optional<SocketStore> opened = Optional.ofNullable(store).map(some -> SocketStore.open(some, nodeTimeout));
        Map<String, Namespace> namespaces = new LinkedHashMap<>();
        drafts.keySet().forEach(name -> namespaces.put(name, namespace(name, opened)));
        EngineOptions engine = new EngineOptions(
                pingInterval, pingTimeout, UPGRADE_TIMEOUT, maxPayload, maxQueued, maxSessions, slowConsumer);
        return new Sockets(
                new SocketOptions(path, Optional.ofNullable(json), engine, connectTimeout, maxWaiting),
                namespaces,
                new LinkedHashMap<>(drafts),
                opened);
    }

    private Namespace namespace(String name, Optional<SocketStore> opened) {
        ObjectMapper mapper = StrictJson.mapper(MOST_JSON_DEPTH, maxPayload);
        EventText texts = new EventText(mapper);
        Peers peers = opened.map(some -> some.peers(name)).orElseGet(Peers::none);
        // what the database has is not remembered twice
        Hub hub = new Hub(opened.isPresent() ? Duration.ZERO : groupMemory, peers::seatsChanged);
        Groups groups =
                opened.<Groups>map(some -> some.groups(name, hub, peers)).orElseGet(() -> new RememberedGroups(hub));
        Mailboxes mailboxes = opened.map(some -> some.mailboxes(name, maxKept))
                .orElseGet(() -> new MemoryMailboxes(maxKept, Clock.systemUTC()));
        PostOffice office = new PostOffice(hub, mailboxes, peers, texts, maxPayload, ackTimeout);
        return new Namespace(name, mapper, texts, hub, groups, peers, office, opened.isPresent());
    }
}
