package dev.aide.server.socket.packet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.aide.server.socket.engine.Frame;
import dev.aide.server.socket.engine.ProtocolException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/**
 * An event as one text, for a table: a JSON list of its packet, as Socket.IO writes it, and its attachments in Base64.
 * Immutable.
 */
public final class EventText {
    private static final PacketEncoder ENCODER = new PacketEncoder();

    private final ObjectMapper mapper;

    /** Reads with this mapper, within its limits. */
    public EventText(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** The text of an event: its name, then its values. */
    public String write(ArrayNode event) {
        List<Frame> frames = ENCODER.encode(SocketPacket.of(PacketType.EVENT, "/", event));
        // without the digit by which Engine.IO knows a message
        ArrayNode list = mapper.createArrayNode().add(frames.get(0).text().substring(1));
        frames.stream().skip(1).forEach(attachment -> list.add(attachment.bytes()));
        return list.toString();
    }

    /**
     * The event of a text.
     *
     * @throws IllegalArgumentException if it is none, is nested too deeply or has too many attachments
     */
    public ArrayNode read(String text) {
        try {
            PacketDecoder decoder = new PacketDecoder(mapper);
            JsonNode list = mapper.readTree(text);
            Optional<SocketPacket> packet = decoder.text(list.path(0).asText());
            for (int i = 1; i < list.size(); i++) {
                packet = decoder.binary(list.get(i).binaryValue());
            }
            return (ArrayNode) packet.orElseThrow(() -> new ProtocolException("an attachment is missing"))
                    .data();
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no event: " + e.getOriginalMessage(), e);
        } catch (IOException | ProtocolException e) {
            throw new IllegalArgumentException("no event: " + e.getMessage(), e);
        }
    }
}
