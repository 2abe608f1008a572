package dev.aide.server.bind;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A class that only Jackson understands: its first problem is reported, and it is described as anything.
 *
 * @param type the class
 * @param mapper what reads it
 */
record OpaqueShape(JavaType type, ObjectMapper mapper) implements Shape {

    @Override
    public void check(JsonNode value, Place place, Problems problems) {
        try {
            if (mapper.treeToValue(value, type) == null) {
                problems.wrongType(place, "a " + type.getRawClass().getSimpleName(), value);
            }
        } catch (JsonMappingException e) {
            problems.add(
                    new Place(place.in(), place.pointer() + StrictJson.pointerOf(e)),
                    "does not fit " + type.getRawClass().getSimpleName());
        } catch (JsonProcessingException e) {
            problems.add(place, "does not fit " + type.getRawClass().getSimpleName());
        }
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        return Schemas.of("");
    }
}
