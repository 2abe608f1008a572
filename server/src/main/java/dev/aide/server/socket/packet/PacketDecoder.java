package dev.aide.server.socket.packet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.aide.server.socket.engine.ProtocolException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one client's packets as Socket.IO has them. For one session, whose messages come one by one. */
final class PacketDecoder implements PacketReader {
    private static final int MOST_ATTACHMENTS = 10;
    private static final Pattern TEXT =
            Pattern.compile("([0-6])(?:(\\d{1,3})-)?(?:(/[^,]{0,200})(?:,|$))?(\\d{1,15})?(.*)", Pattern.DOTALL);

    private final ObjectMapper mapper;
    private final List<byte[]> attachments = new ArrayList<>();
    private SocketPacket incomplete;
    private int missing;

    /** Begins with no packet. */
    PacketDecoder(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<SocketPacket> text(String text) throws ProtocolException {
        if (missing > 0) {
            throw new ProtocolException("text came where an attachment was due");
        }
        Matcher parts = TEXT.matcher(text);
        if (!parts.matches()) {
            throw new ProtocolException("a packet begins with a digit from 0 to 6");
        }
        PacketType type = PacketType.of(parts.group(1).charAt(0));
        int count = attachments(type, parts.group(2));
        SocketPacket packet = new SocketPacket(
                type,
                parts.group(3) == null ? "/" : parts.group(3),
                parts.group(4) == null ? SocketPacket.NO_ID : Long.parseLong(parts.group(4)),
                json(parts.group(5)));
        check(packet);
        incomplete = packet;
        missing = count;
        return complete();
    }

    private static int attachments(PacketType type, String digits) throws ProtocolException {
        if (type.isBinary() != (digits != null)) {
            throw new ProtocolException("a binary packet, and no other, says how many attachments it has");
        }
        int count = digits == null ? 0 : Integer.parseInt(digits);
        if (count > MOST_ATTACHMENTS) {
            throw new ProtocolException("a packet has at most " + MOST_ATTACHMENTS + " attachments");
        }
        return count;
    }

    private JsonNode json(String text) throws ProtocolException {
        if (text.isEmpty()) {
            return MissingNode.getInstance();
        }
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new ProtocolException("a packet's payload is not JSON as it should be");
        }
    }

    private static void check(SocketPacket packet) throws ProtocolException {
        JsonNode data = packet.data();
        boolean isRight = switch (packet.type()) {
            case CONNECT -> data.isMissingNode() || data.isNull() || data.isObject();
            case DISCONNECT -> data.isMissingNode();
            case CONNECT_ERROR -> data.isTextual() || data.isObject();
            case EVENT, BINARY_EVENT -> isEvent(data);
            case ACK, BINARY_ACK -> data.isArray() && packet.id() != SocketPacket.NO_ID;
        };
        if (!isRight) {
            throw new ProtocolException("a packet of type " + packet.type() + " has no such payload");
        }
    }

    private static boolean isEvent(JsonNode data) {
        return data.isArray()
                && data.path(0).isTextual()
                && !SocketPacket.isReserved(data.path(0).textValue());
    }

    @Override
    public Optional<SocketPacket> binary(byte[] bytes) throws ProtocolException {
        if (missing == 0) {
            throw new ProtocolException("bytes came where no attachment was due");
        }
        attachments.add(bytes);
        missing--;
        return complete();
    }

    private Optional<SocketPacket> complete() throws ProtocolException {
        if (missing > 0) {
            return Optional.empty();
        }
        SocketPacket whole = incomplete;
        JsonNode data =
                whole.type().isBinary() ? Placeholders.insert(whole.data(), List.copyOf(attachments)) : whole.data();
        attachments.clear();
        return Optional.of(new SocketPacket(whole.type().withoutAttachments(), whole.namespace(), whole.id(), data));
    }
}
