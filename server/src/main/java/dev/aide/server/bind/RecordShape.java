package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Iterator;
import java.util.Map;

/** An object with the fields of a record: all that are not optional, and no others. */
final class RecordShape implements Shape {
    private final Class<?> type;
    private final Map<String, Shape> fields;

    /**
     * The shape of a record.
     *
     * @param fields its components; filled later where a record contains itself
     */
    RecordShape(Class<?> type, Map<String, Shape> fields) {
        this.type = type;
        this.fields = fields;
    }

    @Override
    public void check(JsonNode value, Place place, Problems problems) {
        if (!value.isObject()) {
            problems.wrongType(place, "an object", value);
            return;
        }
        fields.forEach((name, shape) -> {
            JsonNode field = value.get(name);
            if (field != null) {
                shape.check(field, place.child(name), problems);
            } else if (!shape.isOptional()) {
                problems.add(place.child(name), "is missing");
            }
        });
        for (Iterator<String> names = value.fieldNames(); names.hasNext(); ) {
            String name = names.next();
            if (!fields.containsKey(name)) {
                problems.add(place.child(name), "is unknown here; known are " + fields.keySet());
            }
        }
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        return schemas.reference(type, () -> written(fields, schemas));
    }

    /** An object with these fields. */
    static ObjectNode written(Map<String, Shape> fields, Schemas schemas) {
        ObjectNode schema = Schemas.of("object");
        ObjectNode properties = schema.putObject("properties");
        ArrayNode required = schema.putArray("required");
        fields.forEach((name, shape) -> {
            properties.set(name, shape.schema(schemas));
            if (!shape.isOptional()) {
                required.add(name);
            }
        });
        return schema.put("additionalProperties", false);
    }
}
