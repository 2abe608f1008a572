package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One of some words.
 *
 * @param words the names of the constants
 */
record EnumShape(List<String> words) implements Shape {

    @Override
    public void check(JsonNode value, Place place, Problems problems) {
        if (!value.isTextual()) {
            problems.wrongType(place, "a string", value);
        } else if (!words.contains(value.textValue())) {
            problems.add(place, "must be one of " + String.join(", ", words));
        }
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        ObjectNode schema = Schemas.of("string");
        ArrayNode allowed = schema.putArray("enum");
        words.forEach(allowed::add);
        return schema;
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
