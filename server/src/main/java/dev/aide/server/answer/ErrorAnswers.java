package dev.aide.server.answer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.agent.Violations;
import dev.aide.server.http.Headers;
import dev.aide.server.http.HttpError;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Makes answers of errors. Only in debug mode they say more than they must: of what aide refused the id in its report, which
 * names no class.
 *
 * <p>Safe for use by many threads.
 */
public final class ErrorAnswers {
    private final ObjectMapper mapper;
    private final ErrorFormat format;
    private final boolean isDebug;

    /** Writes errors in this format. */
    public ErrorAnswers(ObjectMapper mapper, ErrorFormat format, boolean isDebug) {
        this.mapper = mapper;
        this.format = format;
        this.isDebug = isDebug;
    }

    /** The answer to an error, whatever it is. */
    public Answer of(Throwable error, String requestId) {
        HttpError known =
                error instanceof HttpError httpError ? httpError : HttpError.of(500, "something went wrong here");
        Map<String, Object> fields =
                format == ErrorFormat.STATUS ? status(known, requestId) : problem(known, requestId);
        if (!known.problems().isEmpty()) {
            fields.put("problems", known.problems());
        }
        if (known != error) {
            Violations.findingOf(error).ifPresent(finding -> fields.put("violation", finding));
        }
        if (isDebug) {
            fields.put("trace", trace(error));
        }
        String type = format == ErrorFormat.STATUS ? "application/json" : "application/problem+json";
        Headers headers = known.headers().and("Content-Type", type);
        try {
            return new Answer(known.status(), headers, new Content.Bytes(mapper.writeValueAsBytes(fields)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an error of texts can be written", e);
        }
    }

    private static Map<String, Object> status(HttpError error, String requestId) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("status", false);
        fields.put("code", error.code());
        fields.put("message", error.getMessage());
        fields.put("requestId", requestId);
        return fields;
    }

    private static Map<String, Object> problem(HttpError error, String requestId) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("type", "about:blank");
        fields.put("title", error.title());
        fields.put("status", error.status());
        fields.put("detail", error.getMessage());
        fields.put("instance", "urn:request:" + requestId);
        return fields;
    }

    private static String trace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
