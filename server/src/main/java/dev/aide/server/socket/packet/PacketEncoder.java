package dev.aide.server.socket.packet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.aide.server.socket.engine.EnginePacket;
import dev.aide.server.socket.engine.Frame;
import java.util.ArrayList;
import java.util.List;

/** Writes packets as messages of Engine.IO: one of text, then the attachments. Immutable. */
final class PacketEncoder {

    /** The frames of a packet. */
    List<Frame> encode(SocketPacket packet) {
        List<byte[]> attachments = new ArrayList<>();
        JsonNode data = Placeholders.extract(packet.data(), attachments);
        PacketType type = attachments.isEmpty() ? packet.type() : packet.type().withAttachments();
        StringBuilder text = new StringBuilder().append(type.digit());
        if (!attachments.isEmpty()) {
            text.append(attachments.size()).append('-');
        }
        if (!packet.namespace().equals("/")) {
            text.append(packet.namespace()).append(',');
        }
        if (packet.id() != SocketPacket.NO_ID) {
            text.append(packet.id());
        }
        if (!data.isMissingNode()) {
            text.append(data);
        }
        List<Frame> frames = new ArrayList<>();
        frames.add(EnginePacket.message(text.toString()).toFrame());
        attachments.forEach(attachment -> frames.add(Frame.binary(attachment)));
        return frames;
    }
}
