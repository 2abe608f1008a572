package dev.aide.server.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.bind.Schemas;
import dev.aide.server.bind.Slot;
import dev.aide.server.bind.Source;
import dev.aide.server.route.Route;

/** Describes what endpoints take. For one thread. */
final class OpenApiInput {
    private final Schemas schemas;

    OpenApiInput(Schemas schemas) {
        this.schemas = schemas;
    }

    void describe(Route route, ObjectNode operation) {
        ArrayNode parameters = operation.putArray("parameters");
        if (route.binding().slots(Source.PATH).isEmpty()) {
            // a handler that reads the request by itself, or a path without variables
            route.path().variables().forEach(name -> parameter(parameters, name, "path", text()));
        }
        for (Slot slot : route.binding().slots(Source.PATH)) {
            describe(route, slot, parameter(parameters, slot.name(), "path", schema(route, slot)));
        }
        for (Slot slot : route.binding().slots(Source.QUERY)) {
            ObjectNode parameter = parameter(parameters, slot.name(), "query", schema(route, slot));
            describe(route, slot, parameter.put("required", !slot.shape().isOptional()));
        }
        body(route, operation);
    }

    private static void describe(Route route, Slot slot, ObjectNode input) {
        String text = route.doc().inputs().getOrDefault(slot.name(), "");
        if (!text.isEmpty()) {
            input.put("description", text);
        }
    }

    private static ObjectNode parameter(ArrayNode parameters, String name, String in, ObjectNode schema) {
        ObjectNode parameter = parameters.addObject();
        parameter.put("name", name).put("in", in).put("required", true);
        parameter.set("schema", schema);
        return parameter;
    }

    /** Outside, a masked id is a text, whatever it is inside. */
    private ObjectNode schema(Route route, Slot slot) {
        boolean isMasked = route.gate()
                .masking()
                .filter(masking -> masking.field().equals(slot.name()))
                .isPresent();
        return isMasked ? text() : slot.shape().schema(schemas);
    }

    private static ObjectNode text() {
        return JsonNodeFactory.instance.objectNode().put("type", "string");
    }

    private void body(Route route, ObjectNode operation) {
        if (!route.binding().takesBody()) {
            return;
        }
        boolean isUpload = route.binding().slots(Source.BODY).stream().anyMatch(Slot::takesFiles);
        ObjectNode schema = route.binding().bodySchema(schemas);
        Javadoc.describe(route.doc().inputs(), schema);
        ObjectNode body = operation.putObject("requestBody").put("required", true);
        route.binding().slots(Source.WHOLE_BODY).forEach(slot -> describe(route, slot, body));
        body.putObject("content")
                .putObject(isUpload ? "multipart/form-data" : "application/json")
                .set("schema", schema);
    }
}
