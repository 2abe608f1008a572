package dev.aide.server.openapi;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.answer.ErrorFormat;
import dev.aide.server.gate.Gate;
import dev.aide.server.route.Route;

/** Describes the errors of endpoints. Immutable. */
final class OpenApiErrors {
    static final String NAME = "PortalError";

    private final ErrorFormat format;

    OpenApiErrors(ErrorFormat format) {
        this.format = format;
    }

    void describe(Route route, ObjectNode responses) {
        Gate gate = route.gate();
        if (!route.binding().slots().isEmpty()) {
            describe(responses, "400", "The request can't be read");
            describe(responses, "422", "Values are missing or wrong; all of them at once");
        }
        if (!gate.isOpen()) {
            describe(responses, "401", "It is not known who asks");
            describe(responses, "403", "Who asks may not");
        }
        if (!gate.limits().isEmpty()) {
            describe(responses, "429", "Too many requests; Retry-After says when the next one may come");
        }
        describe(responses, "default", "Any other error");
    }

    private void describe(ObjectNode responses, String status, String description) {
        responses
                .putObject(status)
                .put("description", description)
                .putObject("content")
                .putObject(format == ErrorFormat.STATUS ? "application/json" : "application/problem+json")
                .putObject("schema")
                .put("$ref", "#/components/schemas/" + NAME);
    }

    ObjectNode schema() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        if (format == ErrorFormat.STATUS) {
            properties.putObject("status").put("const", false);
            text(properties, "code", "message", "requestId", "violation");
        } else {
            text(properties, "type", "title", "detail", "instance", "violation");
            properties.putObject("status").put("type", "integer");
        }
        ObjectNode problem =
                properties.putObject("problems").put("type", "array").putObject("items");
        text(problem.put("type", "object").putObject("properties"), "in", "pointer", "message");
        return schema;
    }

    private static void text(ObjectNode properties, String... names) {
        for (String name : names) {
            properties.putObject(name).put("type", "string");
        }
    }
}
