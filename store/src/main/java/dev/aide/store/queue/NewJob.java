package dev.aide.store.queue;

import dev.aide.store.sql.Json;
import java.time.Duration;

/**
 * A job to push. Immutable.
 *
 * @param payload what to do, as JSON
 * @param priority the higher, the earlier; 0 unless changed
 * @param delay how long it must not begin; zero unless changed
 * @param key while a job with the same key waits or is worked on, pushing another does nothing; null for no such rule
 */
public record NewJob(Json payload, int priority, Duration delay, String key) {

    /**
     * A job of priority 0, due at once.
     *
     * @throws IllegalArgumentException if the payload cannot be written as JSON
     */
    public static NewJob of(Object payload) {
        return new NewJob(Json.of(payload), 0, Duration.ZERO, null);
    }

    /** The same job with a priority: the higher, the earlier. */
    public NewJob withPriority(int priority) {
        return new NewJob(payload, priority, delay, key);
    }

    /** The same job, not to begin before the delay is over. */
    public NewJob withDelay(Duration delay) {
        return new NewJob(payload, priority, delay, key);
    }

    /** The same job, to be there once only while it is not finished. */
    public NewJob withKey(String key) {
        return new NewJob(payload, priority, delay, key);
    }
}
