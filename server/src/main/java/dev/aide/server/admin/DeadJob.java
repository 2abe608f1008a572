package dev.aide.server.admin;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.aide.store.queue.Job;
import java.util.Optional;

/**
 * A job that was given up. Immutable.
 *
 * @param id its number
 * @param attempts how often it was begun
 * @param error why it was given up
 * @param payload what it carries, if that may be shown
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record DeadJob(long id, int attempts, String error, Optional<String> payload) {
    private static final int MOST_CHARS = 4_000;

    static DeadJob of(Job job, boolean showsPayload) {
        return new DeadJob(
                job.id(),
                job.attempts(),
                cut(job.error() == null ? "" : job.error()),
                Optional.of(job.json().text()).filter(unused -> showsPayload).map(DeadJob::cut));
    }

    private static String cut(String text) {
        return text.length() > MOST_CHARS ? text.substring(0, MOST_CHARS) + "…" : text;
    }
}
