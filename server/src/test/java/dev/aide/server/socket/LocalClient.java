package dev.aide.server.socket;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.gate.Authenticator;
import dev.aide.server.gate.Credentials;
import dev.aide.server.gate.Gate;
import dev.aide.server.gate.Guard;
import dev.aide.server.http.Caller;
import dev.aide.server.http.Method;
import dev.aide.server.http.Peer;
import dev.aide.server.http.Request;
import dev.aide.server.limit.Limits;
import dev.aide.server.socket.engine.Link;
import dev.aide.server.socket.engine.Outgoing;
import dev.aide.server.socket.engine.ProtocolException;
import dev.aide.server.socket.packet.PacketFormat;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A client of one namespace that speaks plain JSON without a connection, and may break off at a message. For one thread. */
final class LocalClient implements Link {
    private final List<String> sent = new ArrayList<>();
    private final Client client;
    private Runnable next = () -> {};

    LocalClient(Namespace namespace, String user) {
        this(namespace, request -> Optional.of(new Caller(user, "", Set.of(), Set.of())));
    }

    LocalClient(Namespace namespace, Authenticator authenticator) {
        ObjectMapper mapper = new ObjectMapper();
        Credentials credentials = new Credentials(null, null, null);
        ServedNamespace served = new ServedNamespace(
                namespace,
                new Guard("sockets " + namespace.name(), Gate.own(authenticator), credentials, Limits.inMemory()),
                Map.of(),
                socket -> {},
                (socket, reason) -> {},
                credentials,
                mapper,
                Duration.ofMinutes(1));
        client = new Client(
                this,
                Request.of(Method.GET, "/", new Peer(InetAddress.getLoopbackAddress(), false, "1")),
                Map.of(namespace.name(), served),
                PacketFormat.JSON,
                PacketFormat.JSON.reader(mapper),
                new Inbox(Runnable::run, 100));
    }

    /** Connects to the namespace. */
    void connect() throws ProtocolException {
        var unused = client.text("{\"connect\":\"/\"}");
    }

    /** Is gone as soon as the next message is sent to it. */
    void breakOffAtNextMessage() {
        atNextMessage(() -> client.closed("it broke off"));
    }

    /** Does this as soon as the next message is sent to it. */
    void atNextMessage(Runnable what) {
        next = what;
    }

    /** What it was sent. */
    List<String> sent() {
        return sent;
    }

    @Override
    public String id() {
        return "local";
    }

    @Override
    public void send(Outgoing message) {
        message.frames().forEach(frame -> sent.add(frame.text()));
        Runnable now = next;
        next = () -> {};
        now.run();
    }

    @Override
    public void close(int code, String reason) {
        client.closed(reason);
    }
}
