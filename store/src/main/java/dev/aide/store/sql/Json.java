package dev.aide.store.sql;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDateTime;
import java.util.Objects;
import java.util.stream.Collectors;

/**
 * A JSON document as text. Wrap a value with {@link #of} to pass it as JSON to a statement of your own. Immutable.
 *
 * @param text the document
 */
public record Json(String text) {
    private static final ObjectMapper MAPPER = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .addModule(new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .disable(DeserializationFeature.ADJUST_DATES_TO_CONTEXT_TIME_ZONE)
            // or the zone of a moment would be dropped without a word
            .withConfigOverride(LocalDateTime.class, local -> local.setFormat(JsonFormat.Value.forLeniency(false)))
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    /**
     * Writes any value as JSON.
     *
     * @throws IllegalArgumentException if Jackson cannot write the value's class
     */
    public static Json of(Object value) {
        try {
            return new Json(MAPPER.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "a " + value.getClass().getName() + " cannot be written as JSON: " + e.getOriginalMessage(), e);
        }
    }

    /**
     * Reads the document: objects as maps, arrays as lists, whole numbers as Integer, Long or BigInteger, others as
     * BigDecimal, so that no digit is lost.
     *
     * @throws IllegalArgumentException if the text is no JSON
     */
    public Object value() {
        return as(Object.class);
    }

    /**
     * Reads the document as an object of a class.
     *
     * @throws IllegalArgumentException if the text is no JSON or does not fit the class
     */
    public <T> T as(Class<T> type) {
        try {
            return MAPPER.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(
                    "the JSON does not fit " + type.getName() + ": "
                            + e.getClass().getSimpleName() + " at " + place(e),
                    e);
        }
    }

    /**
     * Converts a tree of maps, lists and scalars to an object of a class, by name.
     *
     * @throws IllegalArgumentException if it does not fit the class; the message says where and has no value in it
     */
    public static <T> T convert(Object tree, Class<T> type) {
        try {
            return MAPPER.convertValue(tree, type);
        } catch (IllegalArgumentException e) {
            if (e.getCause() instanceof MismatchedInputException misfit) {
                throw new IllegalArgumentException(type.getName() + " does not fit: " + describe(misfit));
            }
            throw e;
        }
    }

    private static String describe(MismatchedInputException misfit) {
        String place = misfit.getPath().stream()
                .map(JsonMappingException.Reference::getFieldName)
                .filter(Objects::nonNull)
                .collect(Collectors.joining("."));
        Class<?> wanted = misfit.getTargetType();
        String hint = wanted == LocalDateTime.class
                ? ": take the moment as an Instant, and WallClock.in(zone).toLocal(...) of that"
                : "";
        return "the value for '" + place + "' is no " + (wanted == null ? "such type" : wanted.getName()) + hint;
    }

    // Jackson's own message quotes the document, which is data
    private static String place(JsonProcessingException e) {
        return e.getLocation() == null
                ? "an unknown place"
                : "line " + e.getLocation().getLineNr() + ", column "
                        + e.getLocation().getColumnNr();
    }
}
