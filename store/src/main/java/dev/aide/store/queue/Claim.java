package dev.aide.store.queue;

import dev.aide.store.Row;
import dev.aide.store.sql.Json;

/**
 * A job in the hands of a worker. The number tells this claim from any later one of the same job: only the last one can
 * complete it. Immutable.
 *
 * @param id the job's number
 * @param number how many claims the job has had, this one counted
 * @param attempt which attempt this is, from 1; a snoozed attempt is not counted
 * @param maxAttempts after how many failed attempts the job is dead
 * @param priority the job's priority
 * @param json the payload as it is stored
 */
public record Claim(long id, long number, int attempt, int maxAttempts, int priority, Json json) {

    static Claim of(Row row) {
        return new Claim(
                row.number("id"),
                row.number("claim"),
                Math.toIntExact(row.number("attempts")),
                Math.toIntExact(row.number("max_attempts")),
                Math.toIntExact(row.number("priority")),
                new Json(row.text("payload")));
    }

    /** The payload: a map, a list or a scalar. */
    public Object payload() {
        return json.value();
    }

    /**
     * The payload as an object of a class.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public <T> T payload(Class<T> type) {
        return json.as(type);
    }
}
