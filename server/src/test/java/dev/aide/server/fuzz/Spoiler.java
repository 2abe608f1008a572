package dev.aide.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.fuzz.Operation.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Writes requests with exactly one thing wrong, which must be refused. For one thread. */
final class Spoiler {
    /** Fits no number, word or format. */
    private static final String NONSENSE = "no such thing!";

    private final Dice dice;
    private final Drafts drafts;

    Spoiler(Dice dice, Drafts drafts) {
        this.dice = dice;
        this.drafts = drafts;
    }

    RequestDraft spoiled(Operation operation) {
        List<Supplier<RequestDraft>> ways = new ArrayList<>();
        ways.add(() -> drafts.valid(operation).query("unknown" + dice.word(5), dice.text(5)));
        operation.parameters().forEach(parameter -> addWays(operation, parameter, ways));
        operation.body().ifPresent(schema -> {
            if (operation.takesFiles()) {
                addFileWays(operation, ways);
            } else {
                addBodyWays(operation, schema, ways);
            }
        });
        return dice.oneOf(ways).get();
    }

    private void addWays(Operation operation, Parameter parameter, List<Supplier<RequestDraft>> ways) {
        if (isTyped(parameter.schema())) {
            ways.add(() -> withBody(operation, drafts.head(operation, Map.of(parameter.name(), NONSENSE))));
        }
        if (!parameter.isInPath() && parameter.isRequired()) {
            ways.add(() -> drafts.valid(operation).without(parameter.name()));
            if (!parameter.isList()) {
                ways.add(() -> drafts.valid(operation).query(parameter.name(), drafts.text(parameter)));
            }
        }
    }

    private RequestDraft withBody(Operation operation, RequestDraft head) {
        RequestDraft whole = drafts.valid(operation);
        return operation.body().isEmpty() ? head : head.body(whole.mediaType(), whole.body());
    }

    private static boolean isTyped(JsonNode schema) {
        JsonNode core = schema.has("anyOf") ? schema.path("anyOf").path(0) : schema;
        boolean isAnyText = core.path("type").asText().equals("string") && core.size() == 1;
        boolean isListOfTexts = core.at("/items/type").asText().equals("string");
        return !isAnyText && !isListOfTexts;
    }

    private void addFileWays(Operation operation, List<Supplier<RequestDraft>> ways) {
        ways.add(() -> drafts.valid(operation).mediaType("multipart/form-data"));
        ways.add(() -> drafts.valid(operation).mediaType("multipart/form-data; boundary=another"));
        ways.add(() -> drafts.valid(operation).mediaType("text/plain"));
        ways.add(() -> drafts.valid(operation).body("application/json", "{}"));
        ways.add(() -> drafts.head(operation, Map.of()));
        ways.add(() -> {
            RequestDraft draft = drafts.valid(operation);
            byte[] body = draft.body();
            return draft.body(draft.mediaType(), java.util.Arrays.copyOf(body, body.length - 10));
        });
    }

    private void addBodyWays(Operation operation, JsonNode schema, List<Supplier<RequestDraft>> ways) {
        ways.add(() -> json(operation, drafts.body(operation).put("unknown" + dice.word(5), 1)));
        ways.add(() -> text(operation, "[" + drafts.body(operation) + "]"));
        ways.add(() -> text(operation, drafts.body(operation) + dice.oneOf("}", " 1", ",")));
        ways.add(() -> {
            String body = drafts.body(operation).toString();
            return text(operation, body.substring(0, body.length() - 1));
        });
        ways.add(() -> {
            String body = drafts.body(operation).toString();
            return text(operation, body.substring(0, body.length() - 1) + ",\"a\":1,\"a\":2}");
        });
        ways.add(() -> {
            String name = dice.oneOf("\\ud800", "\\udc00\\ud800", "\\udfff");
            return text(operation, "{\"" + name + "\":1}");
        });
        ways.add(() -> json(operation, drafts.body(operation)).mediaType(dice.oneOf("text/plain", "application/xml")));
        for (JsonNode name : schema.path("required")) {
            ways.add(() -> {
                ObjectNode body = drafts.body(operation);
                body.remove(name.asText());
                return json(operation, body);
            });
        }
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            ways.add(() -> json(operation, drafts.body(operation).set(field.getKey(), misfit(field.getValue()))));
        }
    }

    private static JsonNode misfit(JsonNode schema) {
        boolean mayBeObject =
                schema.toString().contains("$ref") || schema.toString().contains("\"object\"");
        return mayBeObject
                ? JsonNodeFactory.instance.numberNode(17)
                : JsonNodeFactory.instance.objectNode().put("no", "such thing");
    }

    private RequestDraft json(Operation operation, JsonNode body) {
        return text(operation, body.toString());
    }

    private RequestDraft text(Operation operation, String body) {
        return drafts.head(operation, Map.of()).body("application/json", body.getBytes(StandardCharsets.UTF_8));
    }
}
