package dev.aide.server.answer;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SequenceWriter;
import dev.aide.server.http.Headers;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Makes answers of what handlers return.
 *
 * <p>Safe for use by many threads.
 */
public final class Answers {
    private static final String JSON = "application/json";
    private static final String BYTES = "application/octet-stream";

    private final ObjectMapper mapper;

    /** Writes JSON with this mapper. */
    public Answers(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /**
     * The answer that a value stands for.
     *
     * @param value what a handler returned
     * @param lastTouch is applied to each JSON document before it is sent
     * @throws IOException if the value can't be written
     */
    public Answer of(Object value, Optional<UnaryOperator<JsonNode>> lastTouch) throws IOException {
        Object present = present(value);
        return present instanceof Response response
                ? plain(present(response.body()), response.status(), response.headers(), lastTouch)
                : plain(present, present == null ? 204 : 200, Headers.none(), lastTouch);
    }

    private static Object present(Object value) {
        return value instanceof Optional<?> optional
                ? optional.orElseThrow(() -> HttpError.notFound("there is no such thing"))
                : value;
    }

    private Answer plain(Object value, int status, Headers headers, Optional<UnaryOperator<JsonNode>> lastTouch)
            throws IOException {
        if (value == null) {
            return Answer.empty(status, headers);
        }
        if (value instanceof byte[] bytes) {
            return new Answer(status, typed(headers, BYTES), new Content.Bytes(bytes));
        }
        if (value instanceof Path file) {
            return file(file, status, headers);
        }
        if (value instanceof InputStream stream) {
            return new Answer(status, typed(headers, BYTES), (Content.Stream) out -> send(stream, out));
        }
        if (value instanceof Stream<?> elements) {
            return new Answer(status, typed(headers, JSON), (Content.Stream) out -> list(elements, out, lastTouch));
        }
        return new Answer(status, typed(headers, JSON), new Content.Bytes(json(value, lastTouch)));
    }

    private static Headers typed(Headers headers, String type) {
        return headers.first("Content-Type").isPresent() ? headers : headers.and("Content-Type", type);
    }

    private static Answer file(Path file, int status, Headers headers) {
        if (!Files.isRegularFile(file)) {
            throw HttpError.notFound("there is no such file");
        }
        String guessed = URLConnection.guessContentTypeFromName(String.valueOf(file.getFileName()));
        return new Answer(status, typed(headers, guessed == null ? BYTES : guessed), (Content.Stream)
                out -> Files.copy(file, out));
    }

    private static void send(InputStream from, OutputStream to) throws IOException {
        try (from) {
            from.transferTo(to);
        }
    }

    private byte[] json(Object value, Optional<UnaryOperator<JsonNode>> lastTouch) throws IOException {
        return mapper.writeValueAsBytes(touched(value, lastTouch));
    }

    private Object touched(Object value, Optional<UnaryOperator<JsonNode>> lastTouch) {
        return lastTouch.isEmpty() ? value : lastTouch.get().apply(mapper.valueToTree(value));
    }

    private void list(Stream<?> elements, OutputStream out, Optional<UnaryOperator<JsonNode>> lastTouch)
            throws IOException {
        try (elements;
                SequenceWriter list = mapper.writer()
                        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
                        .writeValuesAsArray(out)) {
            for (Iterator<?> each = elements.iterator(); each.hasNext(); ) {
                list.write(touched(each.next(), lastTouch));
            }
        }
    }
}
