package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/** {@code true} or {@code false}, and no other way to say it. */
record BooleanShape() implements Shape {

    @Override
    public void check(JsonNode value, Place place, Problems problems) {
        if (!value.isBoolean()) {
            problems.wrongType(place, "true or false", value);
        }
    }

    @Override
    public JsonNode fromText(String text) {
        return switch (text) {
            case "true" -> BooleanNode.TRUE;
            case "false" -> BooleanNode.FALSE;
            default -> TextNode.valueOf(text);
        };
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        return Schemas.of("boolean");
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
