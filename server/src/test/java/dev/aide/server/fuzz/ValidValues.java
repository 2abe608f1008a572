package dev.aide.server.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.UUID;

/** Makes values that a schema of {@code /openapi.json} calls valid. For one thread. */
final class ValidValues {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int DEEP = 4;
    private static final int MOST_ELEMENTS = 3;

    private final Dice dice;
    private final JsonNode document;
    private final FuzzedPortal portal;

    ValidValues(Dice dice, JsonNode document, FuzzedPortal portal) {
        this.dice = dice;
        this.document = document;
        this.portal = portal;
    }

    /** A value of a parameter or field of that name. */
    JsonNode of(String name, JsonNode schema) {
        return of(name, schema, 0);
    }

    private JsonNode of(String name, JsonNode schema, int depth) {
        if (name.equals(FuzzedPortal.MASKED)) {
            return JSON.textNode(portal.masked(dice.number(Integer.SIZE)));
        }
        if (schema.has("$ref")) {
            return of(name, document.at(schema.path("$ref").asText().substring(1)), depth + 1);
        }
        if (schema.has("anyOf")) {
            return depth > DEEP || dice.chance(30)
                    ? JSON.nullNode()
                    : of(name, schema.path("anyOf").path(0), depth);
        }
        if (schema.has("enum")) {
            return schema.path("enum").path(dice.below(schema.path("enum").size()));
        }
        return switch (schema.path("type").asText()) {
            case "boolean" -> JSON.booleanNode(dice.chance(50));
            case "integer" -> whole(schema);
            case "number" -> decimal(schema.path("format").asText());
            case "string" -> JSON.textNode(text(schema.path("format").asText()));
            case "array" -> list(schema.path("items"), depth);
            case "object" -> object(schema, depth);
            default -> anything();
        };
    }

    private JsonNode whole(JsonNode schema) {
        return switch (schema.path("format").asText()) {
            case "int32" -> JSON.numberNode((int) dice.number(Integer.SIZE));
            case "int64" -> JSON.numberNode(dice.number(Long.SIZE));
            default ->
                schema.has("minimum")
                        ? JSON.numberNode(bounded(
                                schema.path("minimum").asInt(),
                                schema.path("maximum").asInt()))
                        : JSON.numberNode(new BigInteger(dice.bytes(1 + dice.below(30))));
        };
    }

    private int bounded(int least, int most) {
        return dice.oneOf(least, most, least + dice.below(most - least + 1));
    }

    private JsonNode decimal(String format) {
        BigDecimal number = BigDecimal.valueOf(dice.number(Long.SIZE), dice.below(30));
        return switch (format) {
            case "float" -> JSON.numberNode(number.setScale(20, java.math.RoundingMode.DOWN));
            case "double" -> JSON.numberNode(number.scaleByPowerOfTen(dice.below(200)));
            default -> JSON.numberNode(number);
        };
    }

    private String text(String format) {
        return switch (format) {
            case "uuid" -> new UUID(dice.number(Long.SIZE), dice.number(Long.SIZE)).toString();
            case "uri-reference" -> "/" + dice.word(8) + "?a=%20#" + dice.word(4);
            case "byte" -> java.util.Base64.getEncoder().encodeToString(dice.bytes(dice.below(20)));
            case "date-time" -> date() + "T" + time() + dice.oneOf("Z", "+01:00", "-11:30");
            case "date-time-local" -> date() + "T" + time();
            case "date-time-zoned" -> date() + "T12:00:00+01:00[Europe/Paris]";
            case "time-zone" -> dice.oneOf("Europe/Paris", "UTC", "+02:00");
            case "date" -> date();
            case "time-local" -> time();
            case "duration" -> "P" + dice.below(1000) + "D";
            default -> dice.text(30);
        };
    }

    private String date() {
        return "20" + (10 + dice.below(90)) + "-0" + (1 + dice.below(9)) + "-" + (10 + dice.below(19));
    }

    private String time() {
        return (10 + dice.below(14)) + ":" + (10 + dice.below(50)) + ":" + (10 + dice.below(50));
    }

    private ArrayNode list(JsonNode element, int depth) {
        ArrayNode list = JSON.arrayNode();
        for (int size = depth > DEEP ? 0 : dice.below(MOST_ELEMENTS + 1); list.size() < size; ) {
            list.add(of("", element, depth + 1));
        }
        return list;
    }

    private ObjectNode object(JsonNode schema, int depth) {
        ObjectNode object = JSON.objectNode();
        for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
            boolean mayBeLeftOut = property.getValue().has("anyOf");
            if (!mayBeLeftOut || dice.chance(70)) {
                object.set(property.getKey(), of(property.getKey(), property.getValue(), depth + 1));
            }
        }
        if (schema.path("additionalProperties").isObject() && depth <= DEEP) {
            for (int i = dice.below(MOST_ELEMENTS + 1); i > 0; i--) {
                object.set(dice.text(10), of("", schema.path("additionalProperties"), depth + 1));
            }
        }
        return object;
    }

    private JsonNode anything() {
        return switch (dice.below(5)) {
            case 0 -> JSON.nullNode();
            case 1 -> JSON.numberNode(dice.number(Long.SIZE));
            case 2 -> JSON.arrayNode().add(dice.text(10)).add(dice.chance(50));
            case 3 -> JSON.objectNode().put(dice.text(10), dice.text(10));
            default -> JSON.textNode(dice.text(30));
        };
    }
}
