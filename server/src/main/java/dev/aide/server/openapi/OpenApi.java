package dev.aide.server.openapi;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.answer.ErrorFormat;
import dev.aide.server.bind.Schemas;
import dev.aide.server.gate.AuthType;
import dev.aide.server.gate.Gate;
import dev.aide.server.route.Route;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Writes OpenAPI 3.1. For one thread. */
public final class OpenApi {
    private static final Map<AuthType, String> SCHEMES =
            Map.of(AuthType.BEARER, "bearer", AuthType.API_KEY, "apiKey", AuthType.BASIC, "basic");

    private static final String OWN = "own";

    private final Schemas schemas = new Schemas();
    private final Set<String> operationIds = new HashSet<>();
    private final OpenApiErrors errors;
    private final OpenApiInput input = new OpenApiInput(schemas);

    private OpenApi(ErrorFormat format) {
        this.errors = new OpenApiErrors(format);
    }

    /**
     * Describes these routes.
     *
     * @param title what the portal is called
     * @param version which version of it this is
     */
    public static ObjectNode document(String title, String version, Collection<Route> routes, ErrorFormat format) {
        return new OpenApi(format).written(title, version, routes);
    }

    private ObjectNode written(String title, String version, Collection<Route> routes) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put("openapi", "3.1.0");
        document.putObject("info").put("title", title).put("version", version);
        ObjectNode paths = document.putObject("paths");
        for (Route route : routes) {
            ObjectNode path = paths.withObjectProperty(route.path().toString());
            path.set(route.method().name().toLowerCase(Locale.ROOT), operation(route));
        }
        ObjectNode components = document.putObject("components");
        ObjectNode written = components.putObject("schemas");
        schemas.byName().forEach(written::set);
        schemas.names()
                .forEach((type, name) -> Javadoc.describe(type, schemas.byName().get(name)));
        written.set(OpenApiErrors.NAME, errors.schema());
        components.set("securitySchemes", securitySchemes(routes));
        return document;
    }

    private ObjectNode operation(Route route) {
        ObjectNode operation = JsonNodeFactory.instance.objectNode();
        operation.put("operationId", operationId(route));
        operation.putArray("tags").add(tag(route));
        operation.put("summary", route.doc().summary());
        operation.put("description", description(route));
        input.describe(route, operation);
        operation.set("responses", responses(route));
        security(route.gate(), operation);
        ArrayNode limits = operation.putArray("x-rate-limits");
        route.gate().limits().forEach(limit -> limits.add(limit.policy()));
        return operation;
    }

    /** By which pages and generated clients group: {@code Session} for what is in {@code SessionEndpoints.logIn}. */
    private static String tag(Route route) {
        return route.origin().replaceFirst("(?<=.)(Endpoints)?\\..*", "");
    }

    private static String description(Route route) {
        String gate = "Gate: " + route.gate();
        return route.doc().description().isEmpty() ? gate : route.doc().description() + "\n\n" + gate;
    }

    /** {@code /a-b} and {@code /a/b} are the same in letters and digits: the later one gets a number. */
    private String operationId(Route route) {
        String path = route.path().toString().replaceAll("[^A-Za-z0-9]+", "_");
        String plain = route.method().name().toLowerCase(Locale.ROOT) + path;
        String id = plain;
        for (int number = 2; !operationIds.add(id); number++) {
            id = plain + "_" + number;
        }
        return id;
    }

    private ObjectNode responses(Route route) {
        ObjectNode responses = JsonNodeFactory.instance.objectNode();
        String result = route.doc().result();
        responses
                .putObject("200")
                .put("description", result.isEmpty() ? "What was asked for" : result)
                .putObject("content")
                .putObject("application/json")
                .set("schema", route.result().schema(schemas));
        errors.describe(route, responses);
        return responses;
    }

    private static void security(Gate gate, ObjectNode operation) {
        ArrayNode alternatives = operation.putArray("security");
        for (AuthType type : gate.accepts()) {
            String scheme = type == AuthType.OWN ? gate.ownHeader().orElse(OWN) : SCHEMES.get(type);
            ArrayNode scopes = alternatives.addObject().putArray(scheme);
            gate.scopes().forEach(scopes::add);
        }
    }

    private static ObjectNode securitySchemes(Collection<Route> routes) {
        ObjectNode schemes = JsonNodeFactory.instance.objectNode();
        schemes.putObject("bearer").put("type", "http").put("scheme", "bearer").put("bearerFormat", "JWT");
        schemes.putObject("apiKey").put("type", "apiKey").put("in", "header").put("name", "X-API-Key");
        schemes.putObject("basic").put("type", "http").put("scheme", "basic");
        routes.stream()
                .map(Route::gate)
                .filter(gate -> gate.accepts().contains(AuthType.OWN))
                .forEach(gate -> addOwn(gate.ownHeader(), schemes));
        return schemes;
    }

    private static void addOwn(Optional<String> header, ObjectNode schemes) {
        if (header.isPresent()) {
            schemes.putObject(header.get())
                    .put("type", "apiKey")
                    .put("in", "header")
                    .put("name", header.get())
                    .put("description", "Checked by the program itself");
        } else {
            schemes.putObject(OWN)
                    .put("type", "http")
                    .put("scheme", OWN)
                    .put("description", "The program's own way to know who asks, which it has not described");
        }
    }
}
