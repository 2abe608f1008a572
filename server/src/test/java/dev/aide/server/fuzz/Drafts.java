package dev.aide.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.fuzz.Operation.Parameter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Writes requests that are whole and clean HTTP, with values that are valid or hostile. For one thread. */
final class Drafts {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final Dice dice;
    private final ValidValues valid;
    private final HostileValues hostile;

    Drafts(Dice dice, ValidValues valid) {
        this.dice = dice;
        this.valid = valid;
        this.hostile = new HostileValues(dice);
    }

    /** A request that the document calls right. */
    RequestDraft valid(Operation operation) {
        RequestDraft draft = head(operation, Map.of());
        operation.body().ifPresent(schema -> {
            if (operation.takesFiles()) {
                multipart(draft, schema);
            } else if (isFlat(schema) && dice.chance(30)) {
                draft.body(FORM, form(schema));
            } else {
                draft.body("application/json", bytes(body(operation).toString()));
            }
        });
        return draft;
    }

    /**
     * Method, path and query.
     *
     * @param texts stand for valid values of the parameters of these names
     */
    RequestDraft head(Operation operation, Map<String, String> texts) {
        String path = operation.path();
        for (Parameter parameter : operation.parameters()) {
            if (parameter.isInPath()) {
                String text = texts.getOrDefault(parameter.name(), pathText(parameter));
                path = path.replace("{" + parameter.name() + "}", RequestDraft.encoded(text));
            }
        }
        boolean isHead = operation.method().equals("GET") && dice.chance(10);
        RequestDraft draft = new RequestDraft(isHead ? "HEAD" : operation.method(), path);
        for (Parameter parameter : operation.parameters()) {
            String given = texts.get(parameter.name());
            if (given != null && !parameter.isInPath()) {
                draft.query(parameter.name(), given);
            } else if (!parameter.isInPath() && (parameter.isRequired() || dice.chance(70))) {
                texts(parameter.name(), parameter.schema()).forEach(text -> draft.query(parameter.name(), text));
            }
        }
        return draft;
    }

    /** Not all texts can stand in a path: an empty one, dots and slashes lead elsewhere. */
    private String pathText(Parameter parameter) {
        boolean isAnyText = parameter.schema().path("type").asText().equals("string")
                && parameter.schema().size() == 1
                && !parameter.name().equals(FuzzedPortal.MASKED);
        return isAnyText ? dice.word(10) : text(parameter);
    }

    /** A valid text for a parameter that must be there. */
    String text(Parameter parameter) {
        return texts(parameter.name(), parameter.schema()).get(0);
    }

    /** Valid texts for query or form: several for a list, none for null. */
    private List<String> texts(String name, JsonNode schema) {
        List<String> texts = new ArrayList<>();
        while (texts.isEmpty()) {
            JsonNode value = valid.of(name, schema);
            if (value.isNull()) {
                return List.of();
            }
            if (value.isArray()) {
                value.forEach(element -> texts.add(element.asText()));
            } else {
                texts.add(value.asText());
            }
        }
        return texts;
    }

    /** A valid JSON body. */
    ObjectNode body(Operation operation) {
        return (ObjectNode) valid.of("", operation.body().orElseThrow());
    }

    /** Whether a form can say it: no objects, no lists of lists. */
    private static boolean isFlat(JsonNode schema) {
        String text = schema.path("properties").toString();
        return schema.has("properties")
                && !text.contains("\"$ref\"")
                && !text.contains("\"object\"")
                && !text.contains("{}");
    }

    private String form(JsonNode schema) {
        List<String> pairs = new ArrayList<>();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            for (String text : texts(field.getKey(), field.getValue())) {
                pairs.add(field.getKey() + "=" + RequestDraft.encoded(text));
            }
        }
        return String.join("&", pairs);
    }

    private void multipart(RequestDraft draft, JsonNode schema) {
        String boundary = "----" + dice.word(20);
        StringBuilder parts = new StringBuilder();
        for (Map.Entry<String, JsonNode> field : schema.path("properties").properties()) {
            boolean isList = field.getValue().path("type").asText().equals("array");
            for (int i = isList ? 1 + dice.below(3) : 1; i > 0; i--) {
                part(boundary, field.getKey(), field.getValue(), parts);
            }
        }
        parts.append("--").append(boundary).append("--\r\n");
        draft.body("multipart/form-data; boundary=" + boundary, parts.toString());
    }

    private void part(String boundary, String name, JsonNode schema, StringBuilder parts) {
        boolean isFile = schema.toString().contains("contentMediaType");
        List<String> texts = isFile ? List.of(latin(dice.bytes(dice.below(3000)))) : texts(name, schema);
        for (String text : texts) {
            parts.append("--").append(boundary).append("\r\nContent-Disposition: form-data; name=\"");
            parts.append(name).append('"');
            if (isFile) {
                parts.append("; filename=\"").append(dice.oneOf("a.png", "../../b.png", "c:\\d.png", ""));
                parts.append("\"\r\nContent-Type: image/png");
            }
            parts.append("\r\n\r\n").append(isFile ? text : latin(bytes(text))).append("\r\n");
        }
    }

    /** Any request to this operation that is clean HTTP. */
    RequestDraft hostile(Operation operation) {
        Map<String, String> texts = new HashMap<>();
        for (Parameter parameter : operation.parameters()) {
            if (dice.chance(50)) {
                texts.put(parameter.name(), hostile.text());
            }
        }
        RequestDraft draft = head(operation, texts);
        if (dice.chance(20)) {
            draft.query(hostile.text(), hostile.text());
        }
        if (dice.chance(10)) {
            draft.header("Origin: " + dice.oneOf("null", "https://evil.example", "https://app.example.com"));
        }
        if (operation.body().isPresent() || dice.chance(20)) {
            hostileBody(operation, draft);
        }
        return draft;
    }

    private void hostileBody(Operation operation, RequestDraft draft) {
        switch (dice.below(6)) {
            case 0 -> draft.body("application/json", hostile.json());
            case 1 -> draft.body("application/json", "{\"" + field(operation) + "\":" + hostile.json() + "}");
            case 2 -> draft.body(FORM, field(operation) + "=" + RequestDraft.encoded(hostile.text()) + "&%zz=%00&=&&");
            case 3 ->
                draft.body(
                        "multipart/form-data; boundary=" + dice.oneOf("x", "\"x\"", "", "a".repeat(300)),
                        hostileParts(operation));
            case 4 ->
                draft.body(
                        dice.oneOf(
                                "", "text/plain", "application/json;charset=utf-16", "a/b+json", "\u00e9", ";", "json"),
                        latin(dice.bytes(dice.below(200))));
            default -> hostileField(operation, draft);
        }
    }

    private String field(Operation operation) {
        List<String> names = new ArrayList<>(List.of("unknown"));
        operation
                .body()
                .ifPresent(schema -> schema.path("properties").fieldNames().forEachRemaining(names::add));
        return dice.oneOf(names);
    }

    private void hostileField(Operation operation, RequestDraft draft) {
        if (operation.body().isPresent() && !operation.takesFiles()) {
            ObjectNode body = body(operation);
            body.set(dice.chance(80) ? field(operation) : hostile.text(), hostile.value());
            draft.body("application/json", bytes(body.toString()));
        }
    }

    private String hostileParts(Operation operation) {
        String name = dice.oneOf(field(operation), "", "a\"b", "\u00e9", "n".repeat(5000));
        String part = "--x\r\nContent-Disposition: " + dice.oneOf("form-data", "attachment", "")
                + "; name=\"" + name + "\"" + dice.oneOf("", "; filename=\"\"", "; filename*=UTF-8''%zz")
                + "\r\nContent-Type: " + dice.oneOf("text/plain;charset=none", "", "image/png")
                + "\r\n" + dice.oneOf("", "Content-Transfer-Encoding: base64\r\n")
                + "\r\n" + latin(dice.bytes(20)) + "\r\n";
        return part.repeat(dice.oneOf(1, 2, 150)) + dice.oneOf("--x--", "--x", "");
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Characters that are a byte each. */
    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
