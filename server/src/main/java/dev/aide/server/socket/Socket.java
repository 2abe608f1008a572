package dev.aide.server.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Peer;
import dev.aide.server.http.Request;
import dev.aide.server.socket.PendingAcks.Expected;
import dev.aide.server.socket.packet.SocketPacket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/**
 * One client's connection to a namespace.
 *
 * <p>Safe for use by many threads.
 */
public final class Socket {
    private final String id;
    private final ServedNamespace served;
    private final Client client;
    private final JsonNode auth;
    private final PendingAcks acks = new PendingAcks();
    private final Window window = new Window();
    private final AtomicBoolean isConnected = new AtomicBoolean(true);
    private volatile Request identity;
    private volatile BooleanSupplier revocation;

    Socket(String id, ServedNamespace served, Client client, JsonNode auth, Request identity) {
        this.id = id;
        this.served = served;
        this.client = client;
        this.auth = auth;
        this.identity = identity;
        this.revocation = served.revocationOf(identity);
    }

    /** Its id, which the client knows too, and which is no secret. */
    public String id() {
        return id;
    }

    /** The namespace. */
    public Namespace namespace() {
        return served.namespace();
    }

    /** Who it is; nobody, if the namespace is open and nobody has said. */
    public Caller caller() {
        return identity.caller();
    }

    /** What the client sent as {@code auth} when it connected; an empty object if nothing. */
    public JsonNode auth() {
        return auth;
    }

    /** Where it comes from. */
    public Peer peer() {
        return identity.peer();
    }

    /** What its gates look at: the request that opened the connection, with the credentials given since. */
    Request identity() {
        return identity;
    }

    void send(Emission event) {
        if (isConnected.get()) {
            client.send(event);
        }
    }

    /**
     * Sends an event.
     *
     * @param data what goes with it: values that become JSON, with {@code byte[]} as binary
     */
    public void emit(String event, Object... data) {
        send(namespace().emission(SocketPacket.NO_ID, namespace().values(event, data), true));
    }

    /**
     * Sends an event that the client acknowledges.
     *
     * @return what the client says; fails with a {@code TimeoutException} if it says nothing in time, with an
     *     {@code IllegalStateException} if it is gone
     * @throws IllegalStateException if it owes 1000 acknowledgements already
     */
    public CompletableFuture<List<JsonNode>> emitWithAck(Duration timeout, String event, Object... data) {
        return ask(timeout, namespace().values(event, data));
    }

    /** Sends an event that is not dropped for a slow client, and that the client acknowledges. */
    CompletableFuture<List<JsonNode>> ask(Duration timeout, ArrayNode event) {
        Expected expected = acks.expect(timeout);
        send(namespace().emission(expected.id(), event, false));
        if (!isConnected.get()) {
            acks.fail("the socket is disconnected");
        }
        return expected.answer();
    }

    /** What it was sent of what is kept for its user. */
    Window window() {
        return window;
    }

    void acknowledged(long ackId, JsonNode data) {
        acks.arrived(ackId, data);
    }

    /**
     * Puts this socket into a group, until it leaves or disconnects; for all of a user's, {@link Namespace#joinGroup}.
     *
     * @throws IllegalArgumentException if the name has more than 200 characters, or a U+0000
     */
    public void join(String group) {
        Names.check("a group's name", group);
        namespace().hub().join(this, group);
    }

    /** Takes this socket out of a group. */
    public void leave(String group) {
        namespace().hub().leave(this, group);
    }

    /**
     * Says anew who the client is: an event of the program's brings a token, when the last one expires or there was none.
     *
     * @param accessToken without {@code Bearer}
     * @throws HttpError 401 if the token is not valid, 422 if its user's id has more than 200 characters or a U+0000; the
     *     socket is then as it was before
     */
    public void authenticate(String accessToken) {
        become(served.authenticated(identity, accessToken));
    }

    private void become(Request other) {
        Names.check(other.caller());
        identity = other;
        revocation = served.revocationOf(other);
        namespace().hub().changeUser(this, other.caller().id());
        namespace().groups().refresh(other.caller().id());
        namespace().office().deliver(this);
    }

    /** The gate of an event has found out who it is, where the namespace's did not ask. */
    void identify(Caller known) {
        if (caller().isAnonymous() && !known.isAnonymous()) {
            become(identity.withCaller(known));
        }
    }

    /** Whether the access token that said who it is was revoked since. */
    boolean isRevoked() {
        return revocation.getAsBoolean();
    }

    /** Disconnects it. A client of Socket.IO does not come back by itself. */
    public void disconnect() {
        client.disconnect(this);
    }

    /** Whether it is connected. */
    public boolean isConnected() {
        return isConnected.get();
    }

    /** It is gone; whether it was not yet. */
    boolean left(String reason) {
        boolean isFirst = isConnected.compareAndSet(true, false);
        if (isFirst) {
            namespace().hub().remove(this);
            acks.fail("the socket is disconnected: " + reason);
        }
        return isFirst;
    }

    /** Shows who it is. */
    @Override
    public String toString() {
        return "Socket[" + id + " of '" + caller().id() + "' in " + namespace().name() + "]";
    }
}
