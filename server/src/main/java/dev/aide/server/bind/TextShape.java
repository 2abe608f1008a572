package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.util.function.Function;

/**
 * Text, of a format that its Java type has.
 *
 * @param format as in JSON Schema; empty for any text
 * @param words what it is, for messages
 * @param parser throws if the text is not of the format
 */
record TextShape(String format, String words, Function<String, ?> parser) implements Shape {
    static final TextShape ANY = new TextShape("", "a string", Function.identity());

    @Override
    public void check(JsonNode value, Place place, Problems problems) {
        if (!value.isTextual()) {
            problems.wrongType(place, "a string", value);
        } else if (!isOfFormat(value.textValue())) {
            problems.add(place, "must be " + words);
        }
    }

    private boolean isOfFormat(String text) {
        try {
            return parser.apply(text) != null;
        } catch (DateTimeException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        ObjectNode schema = Schemas.of("string");
        return format.isEmpty() ? schema : schema.put("format", format);
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
