package dev.aide.server.bind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

/**
 * What JSON a Java type is read from: it checks values, and it is written down in OpenAPI, so that the two can't differ.
 * Immutable and safe for use by many threads.
 */
public sealed interface Shape
        permits AnyShape,
                BooleanShape,
                DecimalShape,
                EnumShape,
                ListShape,
                MapShape,
                OpaqueShape,
                OptionalShape,
                RecordShape,
                TextShape,
                UploadShape,
                WholeShape {

    /** Adds a problem for each part of the value that does not fit. */
    void check(JsonNode value, Place place, Problems problems);

    /** As JSON Schema 2020-12, which OpenAPI 3.1 uses. */
    ObjectNode schema(Schemas schemas);

    /** The JSON that a text from path, query or form stands for; the text itself if it stands for nothing that fits. */
    default JsonNode fromText(String text) {
        return TextNode.valueOf(text);
    }

    /** Whether a value can stand in a text. */
    default boolean isScalar() {
        return false;
    }

    /** Whether it may be left out. */
    default boolean isOptional() {
        return false;
    }
}
