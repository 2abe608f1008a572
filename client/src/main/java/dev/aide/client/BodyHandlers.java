package dev.aide.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.databind.JsonMappingException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
import java.util.stream.Collectors;
import okhttp3.MediaType;
import okhttp3.Response;

/** The body handlers that keep what came in memory. */
final class BodyHandlers {
    private BodyHandlers() {}

    static BodyHandler<String> text() {
        return (response, body) -> isEmptyByNature(response) ? null : body.readString(charset(response));
    }

    static BodyHandler<byte[]> bytes() {
        return (response, body) -> isEmptyByNature(response) ? null : body.readByteArray();
    }

    static <T> BodyHandler<T> json(Type type, JsonRead<T> reader) {
        return (response, body) -> {
            if (isEmptyByNature(response)) {
                return null;
            }
            byte[] json = body.readByteArray();
            try {
                return reader.read(json);
            } catch (JacksonException e) {
                throw new CallException(
                        FailureKind.DECODE,
                        "the body is not " + type.getTypeName() + " in JSON: " + reason(json, e),
                        e,
                        new String(json, charset(response)));
            } catch (RuntimeException e) {
                // a deserializer of the program's own; what it says may quote the data too
                throw new CallException(
                        FailureKind.DECODE,
                        "the body is not " + type.getTypeName() + " in JSON: reading it threw "
                                + e.getClass().getName(),
                        e,
                        new String(json, charset(response)));
            }
        };
    }

    // Jackson's own words quote the data, which is no matter for a log; the cause of the failure has them
    private static String reason(byte[] json, JacksonException e) {
        if (json.length == 0) {
            return "it is empty";
        }
        String fault =
                e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()
                        ? "it does not fit at " + path(mapping)
                        : "it does not parse";
        JsonLocation at = e.getLocation();
        return at == null ? fault : fault + ", line " + at.getLineNr() + ", column " + at.getColumnNr();
    }

    private static String path(JsonMappingException mapping) {
        return mapping.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : "." + step.getFieldName())
                .collect(Collectors.joining());
    }

    static Charset charset(Response response) {
        MediaType type = response.body().contentType();
        return type == null ? UTF_8 : type.charset(UTF_8);
    }

    private static boolean isEmptyByNature(Response response) {
        return response.code() == 204
                || response.code() == 205
                || response.request().method().equals("HEAD");
    }

    @FunctionalInterface
    interface JsonRead<T> {
        T read(byte[] json) throws IOException;
    }
}
