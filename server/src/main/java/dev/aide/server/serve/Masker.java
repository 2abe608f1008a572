package dev.aide.server.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.aide.server.gate.Gate.Masking;
import dev.aide.server.http.Body;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Request;
import dev.aide.server.token.TokenException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Unmasks the ids of one field on the way in and masks them on the way out, wherever the field stands.
 *
 * <p>Safe for use by many threads.
 */
final class Masker {
    private final Masking masking;
    private final ObjectMapper mapper;

    Masker(Masking masking, ObjectMapper mapper) {
        this.masking = masking;
        this.mapper = mapper;
    }

    /** The request with raw ids in path and query. */
    Request unmaskHead(Request request) {
        Map<String, String> variables = new HashMap<>(request.pathVariables());
        variables.computeIfPresent(masking.field(), (name, mask) -> text(unmasked(mask)));
        return request.withValues(variables, unmaskedTexts(request.query()));
    }

    private Map<String, List<String>> unmaskedTexts(Map<String, List<String>> texts) {
        Map<String, List<String>> raw = new HashMap<>(texts);
        raw.computeIfPresent(
                masking.field(),
                (name, masks) ->
                        masks.stream().map(mask -> text(unmasked(mask))).toList());
        return raw;
    }

    /** The request with raw ids in a form or JSON body. */
    Request unmaskBody(Request request) {
        Body body = request.body();
        if (body.bytes().length == 0) {
            return request.withBody(Body.form(body.mediaType(), unmaskedTexts(body.fields()), body.uploads()));
        }
        if (!body.mediaType().endsWith("json")) {
            return request;
        }
        JsonNode tree = replaced(body.json(mapper), this::unmaskedNode);
        try {
            return request.withBody(Body.of(body.mediaType(), mapper.writeValueAsBytes(tree)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was read as JSON can be written", e);
        }
    }

    /** A document with masked ids. */
    JsonNode mask(JsonNode document) {
        return replaced(
                document,
                id -> id.isNull() ? id : TextNode.valueOf(masking.mask().mask(id.toString())));
    }

    private JsonNode unmaskedNode(JsonNode mask) {
        if (!mask.isTextual()) {
            throw HttpError.unauthorized("'" + masking.field() + "' is not an id that was given out here");
        }
        return unmasked(mask.textValue());
    }

    private JsonNode unmasked(String mask) {
        try {
            return mapper.readTree(masking.mask().unmask(mask));
        } catch (TokenException | JsonProcessingException e) {
            throw HttpError.unauthorized("'" + masking.field() + "' is not an id that was given out here");
        }
    }

    private static String text(JsonNode id) {
        return id.isTextual() ? id.textValue() : id.toString();
    }

    private JsonNode replaced(JsonNode node, UnaryOperator<JsonNode> replacement) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(field -> field.setValue(
                            field.getKey().equals(masking.field())
                                    ? eachOf(field.getValue(), replacement)
                                    : replaced(field.getValue(), replacement)));
        } else if (node instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, replaced(list.get(i), replacement));
            }
        }
        return node;
    }

    /** The field holds an id, or a list of ids. */
    private static JsonNode eachOf(JsonNode value, UnaryOperator<JsonNode> replacement) {
        if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                list.set(i, replacement.apply(list.get(i)));
            }
            return list;
        }
        return replacement.apply(value);
    }
}
