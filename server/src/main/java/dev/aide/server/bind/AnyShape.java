package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Any JSON at all. */
record AnyShape() implements Shape {

    @Override
    public void check(JsonNode value, Place place, Problems problems) {}

    @Override
    public ObjectNode schema(Schemas schemas) {
        return Schemas.of("");
    }
}
