package dev.aide.server.socket.packet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.socket.engine.CloseCode;
import dev.aide.server.socket.engine.ProtocolException;
import java.util.Optional;
import java.util.Set;

/**
 * Packets as plain JSON: {@code {"event":"say","data":["hello"],"id":7}} is answered by {@code {"ack":7,"data":["heard"]}}.
 * The namespace {@code /} need not be named. Bytes are Base64. Immutable.
 */
final class JsonPackets implements PacketReader {
    private static final String MAIN = "/";
    private static final long GREATEST_ID = 999_999_999_999_999L;

    private final ObjectMapper mapper;

    JsonPackets(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public Optional<SocketPacket> binary(byte[] bytes) throws ProtocolException {
        throw new ProtocolException(CloseCode.UNSUPPORTED, "a message is text, with bytes as Base64 in its JSON");
    }

    @Override
    public Optional<SocketPacket> text(String text) throws ProtocolException {
        JsonNode json = json(text);
        if (json.has("event")) {
            return Optional.of(event(json));
        }
        if (json.has("ack")) {
            return Optional.of(acknowledgement(json));
        }
        if (json.has("connect")) {
            return Optional.of(connect(json));
        }
        if (json.has("disconnect")) {
            requireOnly(json, Set.of("disconnect"));
            return Optional.of(SocketPacket.disconnect(textOf(json, "disconnect")));
        }
        throw new ProtocolException("a message is an object with connect, event, ack or disconnect");
    }

    private JsonNode json(String text) throws ProtocolException {
        try {
            return mapper.readTree(text);
        } catch (JsonProcessingException | NumberFormatException e) {
            throw new ProtocolException(CloseCode.INVALID, "a message is not JSON");
        }
    }

    private SocketPacket event(JsonNode json) throws ProtocolException {
        requireOnly(json, Set.of("event", "data", "id", "namespace"));
        ArrayNode data = mapper.createArrayNode().add(textOf(json, "event"));
        data.addAll(dataOf(json));
        long id = json.has("id") ? numberOf(json, "id") : SocketPacket.NO_ID;
        return new SocketPacket(PacketType.EVENT, namespaceOf(json), id, data);
    }

    private SocketPacket acknowledgement(JsonNode json) throws ProtocolException {
        requireOnly(json, Set.of("ack", "data", "namespace"));
        return new SocketPacket(PacketType.ACK, namespaceOf(json), numberOf(json, "ack"), dataOf(json));
    }

    private static SocketPacket connect(JsonNode json) throws ProtocolException {
        requireOnly(json, Set.of("connect", "auth"));
        JsonNode auth = json.path("auth");
        if (!auth.isMissingNode() && !auth.isObject()) {
            throw new ProtocolException("auth is an object");
        }
        return SocketPacket.of(PacketType.CONNECT, textOf(json, "connect"), auth);
    }

    private static void requireOnly(JsonNode json, Set<String> known) throws ProtocolException {
        for (var field : json.properties()) {
            if (!known.contains(field.getKey())) {
                throw new ProtocolException("a message has a field that it should not have");
            }
        }
    }

    private static String namespaceOf(JsonNode json) throws ProtocolException {
        return json.has("namespace") ? textOf(json, "namespace") : MAIN;
    }

    private static String textOf(JsonNode json, String field) throws ProtocolException {
        if (!json.path(field).isTextual()) {
            throw new ProtocolException(field + " is a text");
        }
        return json.path(field).textValue();
    }

    private static long numberOf(JsonNode json, String field) throws ProtocolException {
        JsonNode number = json.path(field);
        if (!number.isIntegralNumber()
                || !number.canConvertToLong()
                || number.longValue() < 0
                || number.longValue() > GREATEST_ID) {
            throw new ProtocolException(field + " is a whole number from 0 to " + GREATEST_ID);
        }
        return number.longValue();
    }

    private ArrayNode dataOf(JsonNode json) throws ProtocolException {
        JsonNode data = json.path("data");
        if (data.isMissingNode()) {
            return mapper.createArrayNode();
        }
        if (data instanceof ArrayNode array) {
            return array;
        }
        throw new ProtocolException("data is a list");
    }

    /** A packet for a client. */
    static ObjectNode write(SocketPacket packet) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        switch (packet.type().withoutAttachments()) {
            case CONNECT ->
                json.put("connected", packet.namespace())
                        .set("id", packet.data().path("sid"));
            case CONNECT_ERROR -> json.put("refused", packet.namespace()).set("error", errorOf(packet.data()));
            case DISCONNECT -> json.put("disconnected", packet.namespace());
            case ACK -> {
                json.put("ack", packet.id()).set("data", packet.data());
                nameNamespace(json, packet);
            }
            default -> writeEvent(json, packet);
        }
        return json;
    }

    private static JsonNode errorOf(JsonNode data) {
        return data.path("data") instanceof MissingNode ? data : data.path("data");
    }

    private static void writeEvent(ObjectNode json, SocketPacket packet) {
        json.put("event", packet.data().path(0).textValue());
        ArrayNode values = json.putArray("data");
        for (int i = 1; i < packet.data().size(); i++) {
            values.add(packet.data().get(i));
        }
        if (packet.id() != SocketPacket.NO_ID) {
            json.put("id", packet.id());
        }
        nameNamespace(json, packet);
    }

    private static void nameNamespace(ObjectNode json, SocketPacket packet) {
        if (!packet.namespace().equals(MAIN)) {
            json.put("namespace", packet.namespace());
        }
    }
}
