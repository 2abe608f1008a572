package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What may be left out, or be null.
 *
 * @param present what it is if it is there
 */
record OptionalShape(Shape present) implements Shape {

    @Override
    public void check(JsonNode value, Place place, Problems problems) {
        if (!value.isNull()) {
            present.check(value, place, problems);
        }
    }

    @Override
    public JsonNode fromText(String text) {
        return present.fromText(text);
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        ObjectNode schema = Schemas.of("");
        schema.putArray("anyOf").add(present.schema(schemas)).add(Schemas.of("null"));
        return schema;
    }

    @Override
    public boolean isScalar() {
        return present.isScalar();
    }

    @Override
    public boolean isOptional() {
        return true;
    }
}
