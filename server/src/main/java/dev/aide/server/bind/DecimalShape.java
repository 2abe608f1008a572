package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.regex.Pattern;

/**
 * A number, with a fraction or without.
 *
 * @param format {@code float}, {@code double}, or empty for any precision
 */
record DecimalShape(String format) implements Shape {
    /** 1E+999999999 is ten bytes to send, and a gigabyte to whoever adds one to it. */
    private static final int MOST_EXPONENT = 999;

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,49})(\\.\\d{1,50})?([eE][+-]?\\d{1,3})?");

    @Override
    public void check(JsonNode value, Place place, Problems problems) {
        if (!value.isNumber()) {
            problems.wrongType(place, "a number", value);
        } else if (!fits(value)) {
            problems.add(place, "is too large for a " + format);
        } else if (Math.abs((long) value.decimalValue().scale()) > MOST_EXPONENT) {
            problems.add(place, "must have an exponent from -" + MOST_EXPONENT + " to " + MOST_EXPONENT);
        }
    }

    private boolean fits(JsonNode value) {
        return switch (format) {
            case "float" -> Float.isFinite(value.floatValue());
            case "double" -> Double.isFinite(value.doubleValue());
            default -> true;
        };
    }

    @Override
    public JsonNode fromText(String text) {
        return NUMBER.matcher(text).matches() ? DecimalNode.valueOf(new BigDecimal(text)) : TextNode.valueOf(text);
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        ObjectNode schema = Schemas.of("number");
        return format.isEmpty() ? schema : schema.put("format", format);
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
