package dev.aide.server.fuzz;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Says what is wrong with a reply to a shot. For many threads. */
final class Judge {
    /** Words of the server's inside, which are no client's business. */
    private static final Pattern INSIDE =
            Pattern.compile("Exception|\\tat |org\\.eclipse|[Jj]etty|com\\.fasterxml|dev\\.aide|java\\.|StreamRead");

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Judge() {}

    /** What is wrong, each in a line; nothing if all is well. */
    static List<String> faults(Shot shot, Reply reply) {
        List<String> faults = new ArrayList<>();
        if (!reply.isWhole()) {
            faults.add("the connection was not closed");
        }
        List<Integer> statuses = reply.statuses();
        for (int status : statuses) {
            // 505 is the client's: a version of HTTP that is none
            boolean isHonestWait = status == 503 && reply.header("Retry-After").isPresent();
            if (status >= 500 && status != 505 && !isHonestWait) {
                faults.add("status " + status);
            }
        }
        if (shot.expected() == Shot.Expected.ANYTHING) {
            return faults;
        }
        if (statuses.size() != 1) {
            faults.add(statuses.size() + " answers");
            return faults;
        }
        addUnexpected(shot, reply.status(), faults);
        addMisshapen(reply, faults);
        return faults;
    }

    private static void addUnexpected(Shot shot, int status, List<String> faults) {
        boolean isRight = switch (shot.expected()) {
            case SUCCESS -> status >= 200 && status <= 299;
            case REFUSAL -> status >= 400 && status <= 499;
            case STRANGER -> status == 401 || status == 400;
            case FORBIDDEN -> status == 403;
            case ANSWER, ANYTHING -> true;
        };
        boolean isThrottled = shot.mayBeThrottled() && (status == 429 || status == 503);
        if (!isRight && !isThrottled) {
            faults.add("status " + status + " where a " + shot.expected() + " was expected");
        }
    }

    private static void addMisshapen(Reply reply, List<String> faults) {
        if (!reply.header("X-Content-Type-Options").equals(java.util.Optional.of("nosniff"))) {
            faults.add("no careful headers");
        }
        if (!reply.hasBody()) {
            return;
        }
        try {
            String body = reply.body();
            if (reply.header("Content-Type").orElse("").equals("application/json")) {
                JsonNode json = JSON.readTree(body);
                if (reply.status() >= 400) {
                    addMisshapenError(json, reply, faults);
                }
            } else if (reply.status() >= 400) {
                faults.add("an error that is no JSON");
            }
        } catch (IllegalStateException | JsonProcessingException e) {
            faults.add(e.getMessage());
        }
    }

    private static void addMisshapenError(JsonNode error, Reply reply, List<String> faults) {
        boolean isShaped = error.path("status").isBoolean()
                && !error.path("status").asBoolean()
                && !error.path("message").asText().isEmpty()
                && error.path("requestId")
                        .asText()
                        .equals(reply.header("X-Request-Id").orElse("none"));
        if (!isShaped) {
            faults.add("an error of another shape");
        }
        if (INSIDE.matcher(error.path("message").asText()).find()) {
            faults.add("an error that tells of the server's inside");
        }
        error.path("problems").forEach(problem -> {
            if (INSIDE.matcher(problem.path("message").asText()).find()) {
                faults.add("a problem that tells of the server's inside");
            }
        });
    }
}
