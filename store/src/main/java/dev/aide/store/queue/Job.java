package dev.aide.store.queue;

import dev.aide.store.Row;
import dev.aide.store.sql.Json;
import java.time.Instant;

/**
 * A job as it stands, to look at. Immutable.
 *
 * @param id its number
 * @param state where it is
 * @param priority the higher, the earlier
 * @param attempts how often it was begun
 * @param runAt not before this time
 * @param error the last error, or null
 * @param json the payload as it is stored
 */
public record Job(long id, JobState state, int priority, int attempts, Instant runAt, String error, Json json) {
    static final String COLUMNS = "id, state, priority, attempts, run_at, error, payload";

    static Job of(Row row) {
        return new Job(
                row.number("id"),
                JobState.of(row.text("state")),
                Math.toIntExact(row.number("priority")),
                Math.toIntExact(row.number("attempts")),
                Instant.ofEpochMilli(row.number("run_at")),
                row.text("error"),
                new Json(row.text("payload")));
    }

    /** The payload: a map, a list or a scalar. */
    public Object payload() {
        return json.value();
    }
}
