package dev.aide.server.socket.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.Set;

/**
 * A packet of Socket.IO, its attachments in their places as binary nodes. Immutable, if nobody writes into the data.
 *
 * @param type what it is for
 * @param namespace the namespace, beginning with a slash
 * @param id the id of an acknowledgement, or {@link #NO_ID}
 * @param data its payload; missing if there is none
 */
public record SocketPacket(PacketType type, String namespace, long id, JsonNode data) {
    /** The id of a packet that has none. */
    public static final long NO_ID = -1;

    private static final Set<String> RESERVED =
            Set.of("connect", "connect_error", "disconnect", "disconnecting", "newListener", "removeListener");

    /** A packet without an id. */
    public static SocketPacket of(PacketType type, String namespace, JsonNode data) {
        return new SocketPacket(type, namespace, NO_ID, data);
    }

    /** A packet that ends the connection to a namespace. */
    public static SocketPacket disconnect(String namespace) {
        return of(PacketType.DISCONNECT, namespace, MissingNode.getInstance());
    }

    /** Whether clients keep this event's name to themselves. */
    public static boolean isReserved(String event) {
        return RESERVED.contains(event);
    }
}
