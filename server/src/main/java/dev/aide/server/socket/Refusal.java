package dev.aide.server.socket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.aide.server.agent.Violations;
import dev.aide.server.gate.Failures;
import dev.aide.server.http.HttpError;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a client is told of an error, in the words that HTTP has for it. Immutable.
 *
 * @param error the words
 * @param violation the id under which aide's report has it, if aide refused something
 */
record Refusal(HttpError error, Optional<String> violation) {
    private static final Logger LOG = LoggerFactory.getLogger(Refusal.class);
    // it may be a date too (RFC 9110, 10.2.3), which is left out here
    private static final Pattern SECONDS = Pattern.compile("\\d{1,9}");

    private Refusal(HttpError error) {
        this(error, Optional.empty());
    }

    /** Of any error; one that is not meant for clients is logged, and says nothing. */
    static Refusal of(Throwable error, String what) {
        Throwable cause = error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
        if (cause instanceof HttpError known) {
            return new Refusal(known);
        }
        Optional<HttpError> failure = Failures.toHttpError(cause);
        if (failure.isPresent()) {
            LOG.warn("{} was refused: {}", what, cause.getMessage());
            return new Refusal(failure.get());
        }
        if (cause instanceof TimeoutException) {
            LOG.error("{} timed out", what);
            return new Refusal(HttpError.of(503, "this took too long"));
        }
        Optional<String> violation = Violations.findingOf(cause);
        LOG.error(
                "{} failed{}",
                what,
                violation.map(id -> ": aide refused, finding " + id).orElse(""),
                cause);
        return new Refusal(HttpError.of(500, "something went wrong here"), violation);
    }

    /** As an acknowledgement has it: {@code {"status":false,"code":"forbidden","message":"…"}}. */
    ObjectNode toJson() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("status", false);
        json.put("code", error.code());
        json.put("message", error.getMessage());
        error.headers()
                .first("Retry-After")
                .filter(SECONDS.asMatchPredicate())
                .ifPresent(wait -> json.put("retryAfter", Integer.parseInt(wait)));
        if (!error.problems().isEmpty()) {
            ArrayNode problems = json.putArray("problems");
            error.problems()
                    .forEach(problem -> problems.addObject()
                            .put("in", problem.in())
                            .put("pointer", problem.pointer())
                            .put("message", problem.message()));
        }
        violation.ifPresent(id -> json.put("violation", id));
        return json;
    }

    /** As {@code connect_error} has it: the message, and the rest as its data. */
    ObjectNode toConnectError() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("message", error.getMessage());
        json.set("data", toJson());
        return json;
    }
}
