package dev.aide.client.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;

/**
 * Writes values as JSON that every reader takes, and reads JSON into values.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class JsonCodec {
    private final ObjectMapper mapper;
    private final Sanitizer sanitizer;

    private JsonCodec(ObjectMapper mapper, Sanitizer sanitizer) {
        this.mapper = mapper;
        this.sanitizer = sanitizer;
    }

    /**
     * Creates the default codec: dates as ISO 8601, nulls dropped, unknown fields ignored when reading.
     *
     * @return a new codec
     */
    public static JsonCodec standard() {
        ObjectMapper mapper = JsonMapper.builder()
                .addModules(new JavaTimeModule(), new Jdk8Module(), new ParameterNamesModule())
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
                .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                .build();
        return new JsonCodec(mapper, new Sanitizer(false));
    }

    /**
     * Uses another mapper, of which a copy is kept.
     *
     * @param other a mapper
     * @return a changed copy
     */
    public JsonCodec withMapper(ObjectMapper other) {
        return new JsonCodec(other.copy(), sanitizer);
    }

    /**
     * Keeps nulls in what is written, or drops the fields that hold them. Elements of arrays are always kept.
     *
     * @param keep true to keep them
     * @return a changed copy
     */
    public JsonCodec withNulls(boolean keep) {
        return new JsonCodec(mapper, new Sanitizer(keep));
    }

    /**
     * Writes a value, sanitised: numbers that JSON can't hold (NaN, infinities) are nulls.
     *
     * @param value any value that Jackson can write
     * @return UTF-8
     * @throws IllegalArgumentException if it can't, as with a cycle; the message says which field
     */
    public byte[] write(Object value) {
        try {
            JsonNode tree = mapper.valueToTree(value);
            return mapper.writeValueAsBytes(sanitizer.sanitize(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not writable as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads a value.
     *
     * @param json the text, in UTF-8, UTF-16 or UTF-32
     * @param type what to read
     * @param <T> the same
     * @return the value, null for JSON {@code null}
     * @throws IOException if the text is no JSON or does not fit the type
     */
    public <T> T read(byte[] json, Class<T> type) throws IOException {
        return mapper.readValue(json, type);
    }

    /**
     * Reads a value of a generic type.
     *
     * @param json the text, in UTF-8, UTF-16 or UTF-32
     * @param type what to read
     * @param <T> the same
     * @return the value, null for JSON {@code null}
     * @throws IOException if the text is no JSON or does not fit the type
     */
    public <T> T read(byte[] json, TypeReference<T> type) throws IOException {
        return mapper.readValue(json, type);
    }

    /**
     * Reads a tree, to look at it.
     *
     * @param json the text
     * @return its root
     * @throws IOException if the text is no JSON
     */
    public JsonNode readTree(byte[] json) throws IOException {
        return mapper.readTree(json);
    }
}
