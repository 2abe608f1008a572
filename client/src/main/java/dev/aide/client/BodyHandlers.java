package dev.aide.client;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JacksonException;
import java.io.IOException;
import java.lang.reflect.Type;
import java.nio.charset.Charset;
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
                String where = e.getLocation() == null
                        ? ""
                        : " at line " + e.getLocation().getLineNr() + ", column "
                                + e.getLocation().getColumnNr();
                throw new CallException(
                        FailureKind.DECODE,
                        "the body is not " + type.getTypeName() + " in JSON: "
                                + (json.length == 0 ? "it is empty" : e.getOriginalMessage() + where),
                        e,
                        new String(json, charset(response)));
            }
        };
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
