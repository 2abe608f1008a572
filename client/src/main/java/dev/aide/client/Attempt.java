package dev.aide.client;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One try of a call: when it started, how long it took, what came of it.
 *
 * <p>Immutable and safe for use by any thread.
 *
 * @param number 1 for the first attempt
 * @param startedAt when it started
 * @param took from its start to its result
 * @param status the status that came, 0 if none
 * @param failure why it failed, null if it succeeded
 * @param message what came, in words
 */
public record Attempt(int number, Instant startedAt, Duration took, int status, FailureKind failure, String message) {

    Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("number", number);
        map.put("startedAt", startedAt.toString());
        map.put("tookMillis", took.toMillis());
        map.put("status", status);
        map.put("failure", failure == null ? null : failure.name());
        map.put("message", message);
        return map;
    }
}
