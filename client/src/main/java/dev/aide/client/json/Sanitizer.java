package dev.aide.client.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Turns numbers that JSON can't hold into nulls, and drops fields that are null if told to. */
final class Sanitizer {
    private final boolean keepNulls;

    Sanitizer(boolean keepNulls) {
        this.keepNulls = keepNulls;
    }

    JsonNode sanitize(JsonNode node) {
        if (node instanceof ObjectNode object) {
            sanitizeFields(object);
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, sanitize(array.get(i)));
            }
        } else if ((node.isDouble() || node.isFloat()) && !Double.isFinite(node.doubleValue())) {
            return NullNode.getInstance();
        }
        return node;
    }

    private void sanitizeFields(ObjectNode object) {
        object.properties().removeIf(field -> {
            field.setValue(sanitize(field.getValue()));
            return field.getValue().isNull() && !keepNulls;
        });
    }
}
