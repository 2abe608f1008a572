package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigInteger;
import java.util.regex.Pattern;

/**
 * A whole number.
 *
 * @param bits of the Java type; 0 for no limit
 */
record WholeShape(int bits) implements Shape {
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9]\\d{0,99})");

    @Override
    public void check(JsonNode value, Place place, Problems problems) {
        if (!value.isIntegralNumber()) {
            problems.wrongType(place, "a whole number", value);
        } else if (bits > 0 && value.bigIntegerValue().bitLength() >= bits) {
            problems.add(place, "must be from " + least() + " to " + least().not());
        }
    }

    private BigInteger least() {
        return BigInteger.ONE.shiftLeft(bits - 1).negate();
    }

    @Override
    public JsonNode fromText(String text) {
        return WHOLE.matcher(text).matches() ? BigIntegerNode.valueOf(new BigInteger(text)) : TextNode.valueOf(text);
    }

    @Override
    public ObjectNode schema(Schemas schemas) {
        ObjectNode schema = Schemas.of("integer");
        if (bits >= Integer.SIZE) {
            schema.put("format", "int" + bits);
        } else if (bits > 0) {
            schema.put("minimum", least().intValue());
            schema.put("maximum", least().not().intValue());
        }
        return schema;
    }

    @Override
    public boolean isScalar() {
        return true;
    }
}
