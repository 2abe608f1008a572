package dev.aide.server.socket;

import dev.aide.server.socket.engine.Sessions;
import dev.aide.server.socket.engine.Timer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * Sockets with identity: {@code Sockets.builder().namespace("/", chat -> chat.connect(Gate.bearer()).on("say", Gate.bearer(),
 * message -> …)).build()}, given to a portal. From any thread, {@code sockets.of("/").sendToUser("ada", "note", note)}.
 *
 * <p>Safe for use by many threads.
 */
public final class Sockets {
    private final SocketOptions options;
    private final Map<String, Namespace> namespaces;
    private final Map<String, NamespaceDraft> drafts;
    private final Optional<SocketStore> store;

    Sockets(
            SocketOptions options,
            Map<String, Namespace> namespaces,
            Map<String, NamespaceDraft> drafts,
            Optional<SocketStore> store) {
        this.options = options;
        this.namespaces = Map.copyOf(namespaces);
        this.drafts = drafts;
        this.store = store;
    }

    /** Begins to say how the sockets are to be. */
    public static SocketsBuilder builder() {
        return new SocketsBuilder();
    }

    /**
     * A namespace.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public Namespace of(String name) {
        Namespace namespace = namespaces.get(name);
        if (namespace == null) {
            throw new IllegalArgumentException("there is no namespace '" + name + "'; there are "
                    + namespaces.keySet().stream().sorted().toList());
        }
        return namespace;
    }

    /** Whether other nodes may share them, since their store is PostgreSQL. */
    public boolean isShared() {
        return store.stream().anyMatch(SocketStore::isShared);
    }

    /** Whether clients may connect: false while this node has been without its database for too long. */
    public boolean isReady() {
        return store.stream().noneMatch(SocketStore::isCutOff);
    }

    void start(Executor handlers, Timer timer, Sessions sessions) {
        namespaces.values().forEach(namespace -> {
            namespace.groups().start(handlers, timer);
            namespace.office().start(handlers, timer);
        });
        store.ifPresent(some -> some.start(timer, new ThisNode(namespaces, sessions)));
    }

    void stop() throws InterruptedException {
        if (store.isPresent()) {
            store.get().stop();
        }
        for (Namespace namespace : namespaces.values()) {
            namespace.office().stop();
        }
    }

    SocketOptions options() {
        return options;
    }

    Map<String, NamespaceDraft> drafts() {
        return drafts;
    }
}
