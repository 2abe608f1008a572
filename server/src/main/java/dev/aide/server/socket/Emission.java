package dev.aide.server.socket;

import dev.aide.server.socket.engine.Outgoing;
import dev.aide.server.socket.packet.PacketFormat;
import dev.aide.server.socket.packet.SocketPacket;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An event on its way to clients: encoded once for each format, however many it goes to.
 *
 * <p>Safe for use by many threads.
 */
final class Emission {
    private final SocketPacket packet;
    private final boolean mayDrop;
    private final Map<PacketFormat, Outgoing> encoded = new ConcurrentHashMap<>();

    /**
     * An event that is not encoded yet.
     *
     * @param mayDrop whether it may be dropped for a slow client
     */
    Emission(SocketPacket packet, boolean mayDrop) {
        this.packet = packet;
        this.mayDrop = mayDrop;
    }

    Outgoing in(PacketFormat format) {
        return encoded.computeIfAbsent(format, wanted -> new Outgoing(wanted.write(packet), mayDrop));
    }
}
