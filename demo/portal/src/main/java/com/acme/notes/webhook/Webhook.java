package com.acme.notes.webhook;

import dev.aide.store.Session;
import dev.aide.store.queue.NewJob;
import dev.aide.store.queue.TaskBuffer;

/**
 * Tells another service what happened, soon and in the background.
 *
 * <p>Safe for use by many threads.
 */
public final class Webhook {
    /** The type of its tasks. */
    public static final String TASK = "webhook";

    private final TaskBuffer tasks;

    /** Tells by these tasks, whose handler is a {@link WebhookSender}. */
    public Webhook(TaskBuffer tasks) {
        this.tasks = tasks;
    }

    /** Tells of a note, if the caller's transaction commits. */
    public void announce(Session session, NoteAdded event) {
        tasks.push(session, TASK, NewJob.of(event));
    }
}
