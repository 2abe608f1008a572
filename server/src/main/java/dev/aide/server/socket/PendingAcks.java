package dev.aide.server.socket;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** The acknowledgements that a client owes. Safe for use by many threads. */
final class PendingAcks {
    private static final int MOST = 1000;

    private final Map<Long, CompletableFuture<List<JsonNode>>> pending = new ConcurrentHashMap<>();
    private final AtomicLong nextId = new AtomicLong();

    /** Expects one more. */
    Expected expect(Duration timeout) {
        if (pending.size() >= MOST) {
            throw new IllegalStateException("this client owes " + MOST + " acknowledgements already");
        }
        long id = nextId.getAndIncrement();
        CompletableFuture<List<JsonNode>> answer = new CompletableFuture<>();
        pending.put(id, answer);
        var unused = answer.orTimeout(timeout.toNanos(), TimeUnit.NANOSECONDS)
                .whenComplete((data, error) -> pending.remove(id));
        return new Expected(id, answer);
    }

    /** One has come; one that nobody waits for is ignored. */
    void arrived(long id, JsonNode data) {
        CompletableFuture<List<JsonNode>> answer = pending.get(id);
        if (answer != null) {
            List<JsonNode> values = new ArrayList<>();
            data.forEach(values::add);
            answer.complete(values);
        }
    }

    /** None will come any more. */
    void fail(String reason) {
        List.copyOf(pending.values())
                .forEach(answer -> answer.completeExceptionally(new IllegalStateException(reason)));
    }

    /** An acknowledgement to come: the event's id, and what it will say. */
    record Expected(long id, CompletableFuture<List<JsonNode>> answer) {}
}
