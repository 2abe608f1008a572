package dev.aide.server.socket;

import static java.util.Objects.requireNonNull;

import dev.aide.server.gate.Gate;
import dev.aide.server.socket.NamespaceDraft.Event;
import dev.aide.server.socket.NamespaceDraft.GateRef;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/**
 * Says who may connect to a namespace, and what happens to events there. Nobody may, and nothing does, by default.
 *
 * <p>Not safe for use by several threads.
 */
public final class NamespaceBuilder {
    private final List<Event> events = new ArrayList<>();
    private GateRef connect;
    private Consumer<Socket> connected = socket -> {};
    private BiConsumer<Socket, String> disconnected = (socket, reason) -> {};

    NamespaceBuilder() {}

    /** Who may connect. The portal does not start without it. */
    public NamespaceBuilder connect(Gate gate) {
        connect = reference(gate);
        return this;
    }

    /** Who may connect: a gate that the portal knows by this name. */
    public NamespaceBuilder connect(String gateName) {
        connect = new GateRef(null, requireNonNull(gateName, "gateName"));
        return this;
    }

    /**
     * Handles an event.
     *
     * @param event its name
     * @param gate who may send it; the portal does not start without one
     */
    public NamespaceBuilder on(String event, Gate gate, EventHandler handler) {
        return on(event, reference(gate), handler);
    }

    /** Handles an event whose gate the portal knows by this name. */
    public NamespaceBuilder on(String event, String gateName, EventHandler handler) {
        return on(event, new GateRef(null, requireNonNull(gateName, "gateName")), handler);
    }

    private NamespaceBuilder on(String event, GateRef gate, EventHandler handler) {
        events.add(new Event(requireNonNull(event, "event"), gate, requireNonNull(handler, "handler")));
        return this;
    }

    private static GateRef reference(Gate gate) {
        return gate == null ? null : new GateRef(gate, "");
    }

    /** Is told of each socket that has connected, before its first event. */
    public NamespaceBuilder connected(Consumer<Socket> callback) {
        connected = requireNonNull(callback, "callback");
        return this;
    }

    /** Is told of each socket that is gone, and why in words, after its last event. */
    public NamespaceBuilder disconnected(BiConsumer<Socket, String> callback) {
        disconnected = requireNonNull(callback, "callback");
        return this;
    }

    NamespaceDraft build() {
        return new NamespaceDraft(connect, List.copyOf(events), connected, disconnected);
    }
}
