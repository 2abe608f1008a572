package dev.aide.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One operation of {@code /openapi.json}. Immutable.
 *
 * @param method in capitals
 * @param path with variables
 * @param parameters of path and query
 * @param body the schema of the body, if it takes one
 * @param mediaType of the body
 * @param schemes the ways to say who calls; none if all may
 * @param needsScopes whether not everybody who is known may
 * @param isLimited whether it may answer 429
 * @param isBound whether it refuses what it does not know
 * @param isExact whether the schemas say all: none of them stands for anything
 */
record Operation(
        String method,
        String path,
        List<Parameter> parameters,
        Optional<JsonNode> body,
        String mediaType,
        List<String> schemes,
        boolean needsScopes,
        boolean isLimited,
        boolean isBound,
        boolean isExact) {

    /** All operations of a document, in its order. */
    static List<Operation> of(JsonNode document) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                operations.add(
                        of(method.getKey().toUpperCase(Locale.ROOT), path.getKey(), method.getValue(), document));
            }
        }
        return operations;
    }

    private static Operation of(String method, String path, JsonNode operation, JsonNode document) {
        List<Parameter> parameters = new ArrayList<>();
        boolean isExact = true;
        for (JsonNode parameter : operation.path("parameters")) {
            parameters.add(Parameter.of(parameter));
            isExact &= saysAll(parameter.path("schema"), document);
        }
        Optional<Map.Entry<String, JsonNode>> content =
                operation.at("/requestBody/content").properties().stream().findFirst();
        Optional<JsonNode> body = content.map(entry -> entry.getValue().path("schema"));
        isExact &= body.map(schema -> saysAll(schema, document)).orElse(true);
        List<String> schemes = new ArrayList<>();
        operation
                .path("security")
                .forEach(scheme -> schemes.add(scheme.fieldNames().next()));
        return new Operation(
                method,
                path,
                parameters,
                body,
                content.map(Map.Entry::getKey).orElse(""),
                schemes,
                !operation.at("/security/0/bearer").isEmpty(),
                !operation.path("x-rate-limits").isEmpty(),
                operation.path("responses").has("422"),
                isExact);
    }

    private static boolean saysAll(JsonNode schema, JsonNode document) {
        if (schema.has("$ref")) {
            JsonNode record = document.at(schema.path("$ref").asText().substring(1));
            return record.path("properties").properties().stream()
                    .map(Map.Entry::getValue)
                    .filter(property -> !property.toString().contains("$ref"))
                    .allMatch(property -> saysAll(property, document));
        }
        for (JsonNode part : schema.path("anyOf")) {
            if (!saysAll(part, document)) {
                return false;
            }
        }
        for (JsonNode property : schema.path("properties")) {
            if (!saysAll(property, document)) {
                return false;
            }
        }
        return !schema.isEmpty()
                && (!schema.has("items") || saysAll(schema.path("items"), document))
                && (!schema.path("additionalProperties").isObject()
                        || saysAll(schema.path("additionalProperties"), document));
    }

    String name() {
        return method + " " + path;
    }

    /** Whether a valid value may name what is not there: a queue, a namespace, an agent. */
    boolean namesWhatMustBeThere() {
        return path.startsWith("/admin/") && method.equals("POST");
    }

    boolean takesFiles() {
        return mediaType.startsWith("multipart/");
    }

    /** A parameter. Immutable. */
    record Parameter(String name, boolean isInPath, boolean isRequired, JsonNode schema) {

        private static Parameter of(JsonNode parameter) {
            return new Parameter(
                    parameter.path("name").asText(),
                    parameter.path("in").asText().equals("path"),
                    parameter.path("required").asBoolean(),
                    parameter.path("schema"));
        }

        boolean isList() {
            return schema.path("type").asText().equals("array");
        }
    }
}
