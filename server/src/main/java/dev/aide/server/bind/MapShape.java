package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * An object with any names.
 *
 * @param element what each value is
 */
record MapShape(Shape element) implements Shape {

    @Override
    public void check(JsonNode value, Place place, Problems problems) {
        if (!value.isObject()) {
            problems.wrongType(place, "an object", value);
            return;
        }
        value.properties().forEach(field -> element.check(field.getValue(), place.child(field.getKey()), problems));
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        return Schemas.of("object").set("additionalProperties", element.schema(schemas));
    }
}
