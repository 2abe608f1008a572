package dev.aide.client;

import dev.aide.client.json.JsonCodec;
import java.io.IOException;
import java.time.Duration;
import okhttp3.MediaType;
import okio.Buffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Writes one line a call, with no secret in it. On level DEBUG the line has the request's headers and JSON body. */
final class CallLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.aide.client");
    private static final int MAX_BODY = 2_048;

    private final Redaction redaction;
    private final JsonCodec json;

    CallLog(Redaction redaction, JsonCodec json) {
        this.redaction = redaction;
        this.json = json;
    }

    void write(Plan<?> plan, Response<?> response, Duration took) {
        boolean isWorthAttention =
                !response.isSuccess() || !response.callbackErrors().isEmpty();
        if (isWorthAttention ? !LOG.isWarnEnabled() : !LOG.isInfoEnabled()) {
            return;
        }
        String line = line(plan, response, took);
        if (!isWorthAttention) {
            LOG.info(line);
        } else if (response.callbackErrors().isEmpty()) {
            LOG.warn(line);
        } else {
            LOG.warn(line, response.callbackErrors().get(0));
        }
    }

    private String line(Plan<?> plan, Response<?> response, Duration took) {
        StringBuilder line = new StringBuilder();
        line.append(plan.method()).append(' ').append(redaction.url(plan.url())).append(" -> ");
        if (response instanceof Failure<?> failure) {
            line.append(failure.kind()).append(" (").append(failure.message()).append(')');
        } else {
            line.append(response.status());
        }
        line.append(" in ").append(took.toMillis()).append(" ms, attempts: ");
        line.append(response.attempts().size());
        if (!response.callbackErrors().isEmpty()) {
            line.append(", a callback threw");
        }
        if (LOG.isDebugEnabled()) {
            line.append(", headers: {")
                    .append(redaction.headers(plan.headers()))
                    .append('}');
            line.append(", body: ").append(body(plan.payload()));
        }
        // a line break would let a server write lines of its own
        return line.toString().replaceAll("[\\r\\n]+", " ");
    }

    private String body(Payload payload) {
        if (payload == null) {
            return "none";
        }
        MediaType type = payload.contentType();
        try {
            if (type == null || !type.subtype().endsWith("json") || !payload.isRepeatable()) {
                return type + ", " + payload.contentLength() + " bytes";
            }
            Buffer bytes = new Buffer();
            payload.writeTo(bytes);
            String text = redaction.json(json.readTree(bytes.readByteArray())).toString();
            return text.length() <= MAX_BODY ? text : text.substring(0, MAX_BODY) + "…";
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
    }
}
