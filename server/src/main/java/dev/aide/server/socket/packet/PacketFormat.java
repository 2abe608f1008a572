package dev.aide.server.socket.packet;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.socket.engine.Frame;
import java.util.List;

/** How packets stand in messages. */
public enum PacketFormat {
    /** As Socket.IO has them, in messages of Engine.IO. */
    SOCKET_IO {
        @Override
        public List<Frame> write(SocketPacket packet) {
            return SOCKET_IO_ENCODER.encode(packet);
        }

        @Override
        public PacketReader reader(ObjectMapper mapper) {
            return new PacketDecoder(mapper);
        }
    },

    /** As plain JSON, one message a packet. */
    JSON {
        @Override
        public List<Frame> write(SocketPacket packet) {
            return List.of(Frame.text(JsonPackets.write(packet).toString()));
        }

        @Override
        public PacketReader reader(ObjectMapper mapper) {
            return new JsonPackets(mapper);
        }
    };

    private static final PacketEncoder SOCKET_IO_ENCODER = new PacketEncoder();

    /** The frames of a packet. */
    public abstract List<Frame> write(SocketPacket packet);

    /** Reads one client's packets. */
    public abstract PacketReader reader(ObjectMapper mapper);
}
