package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A list.
 *
 * @param element what each element is
 */
record ListShape(Shape element) implements Shape {

    @Override
    public void check(JsonNode value, Place place, Problems problems) {
        if (!value.isArray()) {
            problems.wrongType(place, "a list", value);
            return;
        }
        for (int i = 0; i < value.size(); i++) {
            element.check(value.get(i), place.child(i), problems);
        }
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        return Schemas.of("array").set("items", element.schema(schemas));
    }
}
