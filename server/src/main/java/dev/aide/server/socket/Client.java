package dev.aide.server.socket;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.http.Request;
import dev.aide.server.socket.engine.CloseCode;
import dev.aide.server.socket.engine.Link;
import dev.aide.server.socket.engine.MessageListener;
import dev.aide.server.socket.engine.Outgoing;
import dev.aide.server.socket.engine.ProtocolException;
import dev.aide.server.socket.packet.PacketFormat;
import dev.aide.server.socket.packet.PacketReader;
import dev.aide.server.socket.packet.PacketType;
import dev.aide.server.socket.packet.SocketPacket;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Speaks with one client in its format, in as many namespaces as it connects to.
 *
 * <p>Safe for use by many threads.
 */
final class Client implements MessageListener {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final Link link;
    private final Request opening;
    private final Map<String, ServedNamespace> namespaces;
    private final PacketFormat format;
    private final PacketReader reader;
    private final Inbox inbox;
    private final Map<String, Socket> sockets = new ConcurrentHashMap<>();
    private final Set<String> farewells = ConcurrentHashMap.newKeySet();
    private final Queue<Departure> departures = new ConcurrentLinkedQueue<>();

    Client(
            Link link,
            Request opening,
            Map<String, ServedNamespace> namespaces,
            PacketFormat format,
            PacketReader reader,
            Inbox inbox) {
        this.link = link;
        this.opening = opening;
        this.namespaces = namespaces;
        this.format = format;
        this.reader = reader;
        this.inbox = inbox;
    }

    /** Sends an event. */
    void send(Emission event) {
        link.send(event.in(format));
    }

    /** A client that has not connected to any namespace by now does not want anything. */
    void closeUnlessConnected() {
        if (sockets.isEmpty()) {
            link.close(CloseCode.POLICY, "no namespace was connected to in time");
        }
    }

    @Override
    public CompletionStage<Void> text(String text) throws ProtocolException {
        return received(reader.text(text));
    }

    @Override
    public CompletionStage<Void> binary(byte[] bytes) throws ProtocolException {
        return received(reader.binary(bytes));
    }

    private CompletionStage<Void> received(Optional<SocketPacket> whole) {
        if (whole.isEmpty()) {
            return DONE;
        }
        SocketPacket packet = whole.get();
        Socket socket = sockets.get(packet.namespace());
        if (packet.type() == PacketType.ACK && socket != null) {
            // at once: a handler may be waiting for it
            socket.acknowledged(packet.id(), packet.data());
            return DONE;
        }
        return inbox.add(() -> handle(packet));
    }

    private CompletionStage<?> handle(SocketPacket packet) {
        Socket socket = sockets.get(packet.namespace());
        if (packet.type() == PacketType.CONNECT && socket == null) {
            connect(packet);
        } else if (packet.type() == PacketType.EVENT && socket != null) {
            return event(socket, packet);
        } else if (packet.type() == PacketType.DISCONNECT && socket != null) {
            depart(socket, "the client disconnected");
            tellDepartures();
        } else if (packet.type() == PacketType.CONNECT || !farewells.contains(packet.namespace())) {
            // any other may have crossed the server's farewell
            link.close(CloseCode.PROTOCOL, "a client connects to a namespace first, and once");
        }
        return DONE;
    }

    private void connect(SocketPacket packet) {
        ServedNamespace served = namespaces.get(packet.namespace());
        if (served == null) {
            ObjectNode error = JsonNodeFactory.instance.objectNode().put("message", "Invalid namespace");
            send(SocketPacket.of(PacketType.CONNECT_ERROR, packet.namespace(), error));
            return;
        }
        Socket socket;
        try {
            socket = served.connect(this, opening, packet.data());
        } catch (RuntimeException e) {
            JsonNode error =
                    Refusal.of(e, "connecting to " + packet.namespace()).toConnectError();
            send(SocketPacket.of(PacketType.CONNECT_ERROR, packet.namespace(), error));
            return;
        }
        sockets.put(packet.namespace(), socket);
        ObjectNode greeting = JsonNodeFactory.instance.objectNode().put("sid", socket.id());
        served.welcome(socket, () -> send(SocketPacket.of(PacketType.CONNECT, packet.namespace(), greeting)));
    }

    private CompletionStage<?> event(Socket socket, SocketPacket packet) {
        List<JsonNode> values = new ArrayList<>();
        packet.data().forEach(values::add);
        ServedNamespace served = namespaces.get(packet.namespace());
        CompletionStage<ArrayNode> answer =
                served.handle(socket, values.get(0).textValue(), values.subList(1, values.size()));
        return packet.id() == SocketPacket.NO_ID
                ? answer
                : answer.thenAccept(
                        data -> send(new SocketPacket(PacketType.ACK, packet.namespace(), packet.id(), data)));
    }

    private void send(SocketPacket packet) {
        link.send(new Outgoing(format.write(packet), false));
    }

    @Override
    public CompletionStage<Void> drain() {
        return inbox.drain();
    }

    /** Ends one of its sockets, by the server's will. */
    void disconnect(Socket socket) {
        farewells.add(socket.namespace().name());
        depart(socket, "the server disconnected");
        send(SocketPacket.disconnect(socket.namespace().name()));
        inbox.add(() -> {
            tellDepartures();
            if (sockets.isEmpty()) {
                link.close(CloseCode.NORMAL, "the server disconnected");
            }
            return DONE;
        });
    }

    /** Takes a socket out at once. */
    private void depart(Socket socket, String reason) {
        sockets.remove(socket.namespace().name(), socket);
        if (socket.left(reason)) {
            departures.add(new Departure(socket, reason));
        }
    }

    /** Tells the program of sockets that are gone, when their last event has been handled. */
    private void tellDepartures() {
        for (Departure gone = departures.poll(); gone != null; gone = departures.poll()) {
            namespaces.get(gone.socket().namespace().name()).disconnected(gone.socket(), gone.reason());
        }
    }

    @Override
    public void closed(String reason) {
        departAll(reason);
        inbox.close(() -> {
            // once more, for a socket that was just connecting
            departAll(reason);
            tellDepartures();
        });
    }

    private void departAll(String reason) {
        List.copyOf(sockets.values()).forEach(socket -> depart(socket, reason));
    }

    private record Departure(Socket socket, String reason) {}
}
