package dev.aide.server.socket.packet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BinaryNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.socket.engine.ProtocolException;
import java.util.List;
import java.util.Map;

/** What stands for an attachment in a packet's text: {@code {"_placeholder":true,"num":0}}. */
final class Placeholders {
    private static final String MARK = "_placeholder";
    private static final String NUMBER = "num";

    private Placeholders() {}

    /** The node with placeholders for its binary nodes, whose bytes are added to the attachments; itself if it has none. */
    static JsonNode extract(JsonNode node, List<byte[]> attachments) {
        if (node instanceof BinaryNode binary) {
            ObjectNode placeholder = JsonNodeFactory.instance.objectNode();
            placeholder.put(MARK, true).put(NUMBER, attachments.size());
            attachments.add(binary.binaryValue());
            return placeholder;
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> copy.add(extract(element, attachments)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), extract(field.getValue(), attachments)));
            return copy;
        }
        return node;
    }

    /**
     * The node with the attachments in the places of their placeholders.
     *
     * @throws ProtocolException if a placeholder's number is that of no attachment
     */
    static JsonNode insert(JsonNode node, List<byte[]> attachments) throws ProtocolException {
        if (node.path(MARK).isBoolean() && node.path(MARK).booleanValue()) {
            JsonNode number = node.path(NUMBER);
            if (!number.isInt() || number.intValue() < 0 || number.intValue() >= attachments.size()) {
                throw new ProtocolException("a placeholder stands for no attachment");
            }
            return BinaryNode.valueOf(attachments.get(number.intValue()));
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, insert(array.get(i), attachments));
            }
        } else if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : object.properties()) {
                field.setValue(insert(field.getValue(), attachments));
            }
        }
        return node;
    }
}
