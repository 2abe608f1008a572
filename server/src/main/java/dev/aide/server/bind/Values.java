package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.aide.server.http.Body;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Request;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that a request brought, as JSON whatever they came in. Immutable.
 *
 * @param path by name
 * @param query by name
 * @param form a form's fields by name
 * @param json a JSON body, or null
 */
record Values(
        Map<String, List<String>> path,
        Map<String, List<String>> query,
        Map<String, List<String>> form,
        JsonNode json) {

    static Values of(Request request, ObjectMapper mapper) {
        Map<String, List<String>> path = new HashMap<>();
        request.pathVariables().forEach((name, value) -> path.put(name, List.of(value)));
        Body body = request.body();
        return new Values(path, request.query(), body.fields(), json(body, mapper));
    }

    private static JsonNode json(Body body, ObjectMapper mapper) {
        if (body.bytes().length == 0) {
            return null;
        }
        if (!isJson(body.mediaType())) {
            throw HttpError.of(415, "the body must be JSON or a form, and is '" + body.mediaType() + "'");
        }
        return body.json(mapper);
    }

    static boolean isJson(String mediaType) {
        return mediaType.equals("application/json") || mediaType.endsWith("+json");
    }

    /** The value of a slot, or null if it is not there. */
    JsonNode valueOf(Slot slot) {
        if (slot.source() == Source.WHOLE_BODY) {
            return json;
        }
        if (slot.source() == Source.BODY && json != null) {
            return json.get(slot.name());
        }
        List<String> texts = textsOf(slot.source()).get(slot.name());
        if (texts == null || texts.isEmpty()) {
            return null;
        }
        if (slot.takesMany()) {
            ArrayNode list = JsonNodeFactory.instance.arrayNode();
            texts.forEach(text -> list.add(((ListShape) slot.shape()).element().fromText(text)));
            return list;
        }
        return slot.shape().fromText(texts.get(0));
    }

    /** Whether a slot for one value was given several. */
    boolean isRepeated(Slot slot) {
        return !slot.takesMany()
                && textsOf(slot.source()).getOrDefault(slot.name(), List.of()).size() > 1;
    }

    private Map<String, List<String>> textsOf(Source source) {
        return switch (source) {
            case PATH -> path;
            case QUERY -> query;
            case BODY -> form;
            case WHOLE_BODY, REQUEST -> Map.of();
        };
    }
}
