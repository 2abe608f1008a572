package dev.aide.server.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** What a request brought beside its head, read to its end. Immutable, if nobody writes into the bytes. */
public final class Body {
    /** As in "(51) exceeds the maximum allowed (50, from `StreamReadConstraints.getMaxNestingDepth()`)". */
    private static final Pattern JACKSONS_SETTING = Pattern.compile(", from `[^`]*`");

    private static final Body EMPTY = new Body("", new byte[0], Map.of(), Map.of());

    private final String mediaType;
    private final byte[] bytes;
    private final Map<String, List<String>> fields;
    private final Map<String, List<Upload>> uploads;

    private Body(String mediaType, byte[] bytes, Map<String, List<String>> fields, Map<String, List<Upload>> uploads) {
        this.mediaType = mediaType;
        this.bytes = bytes;
        this.fields = fields;
        this.uploads = uploads;
    }

    /** No body. */
    public static Body empty() {
        return EMPTY;
    }

    /** A body of bytes. */
    public static Body of(String mediaType, byte[] bytes) {
        return new Body(mediaType, bytes, Map.of(), Map.of());
    }

    /** A form, with the files that came in it. */
    public static Body form(String mediaType, Map<String, List<String>> fields, Map<String, List<Upload>> uploads) {
        return new Body(mediaType, new byte[0], Map.copyOf(fields), Map.copyOf(uploads));
    }

    /** The media type in lower case and without parameters, or empty. */
    public String mediaType() {
        return mediaType;
    }

    /** The bytes; none of a form. */
    public byte[] bytes() {
        return bytes;
    }

    /** The bytes as UTF-8. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /**
     * The bytes as JSON.
     *
     * @throws HttpError 400 if they are none, or more than the mapper's limits allow
     */
    public JsonNode json(ObjectMapper mapper) {
        try {
            return mapper.readTree(bytes);
        } catch (JsonEOFException e) {
            throw notJson("it ends too early");
        } catch (JsonMappingException e) {
            throw notJson("there is more after its end");
        } catch (JsonProcessingException e) {
            throw notJson(JACKSONS_SETTING.matcher(e.getOriginalMessage()).replaceAll(""));
        } catch (NumberFormatException e) {
            // Jackson looks at a number's exponent when it is asked for the number, and lets this through
            throw notJson("a number has too large an exponent");
        } catch (IOException e) {
            throw HttpError.badRequest("the body is not UTF-8");
        }
    }

    private static HttpError notJson(String reason) {
        return HttpError.badRequest("the body is not JSON as it should be: " + reason);
    }

    /** The fields of a form. */
    public Map<String, List<String>> fields() {
        return fields;
    }

    /** The files of a form. */
    public Map<String, List<Upload>> uploads() {
        return uploads;
    }

    /** Whether nothing came. */
    public boolean isEmpty() {
        return bytes.length == 0 && fields.isEmpty() && uploads.isEmpty();
    }
}
