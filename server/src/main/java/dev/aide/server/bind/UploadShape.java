package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A file of a multipart form. */
record UploadShape() implements Shape {

    @Override
    public void check(JsonNode value, Place place, Problems problems) {
        problems.add(place, "must be a file of a multipart form");
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        return Schemas.of("string").put("contentMediaType", "application/octet-stream");
    }
}
