package com.acme.notes.mail;

import dev.aide.store.Session;
import dev.aide.store.queue.NewJob;
import dev.aide.store.queue.TaskBuffer;

/**
 * Sends mails in the background.
 *
 * <p>Safe for use by many threads.
 */
public final class Mailer {
    /** The type of its tasks. */
    public static final String TASK = "mail";

    private final TaskBuffer tasks;

    /** Sends by these tasks, whose handler is an {@link Outbox}. */
    public Mailer(TaskBuffer tasks) {
        this.tasks = tasks;
    }

    /** Sends a mail if the caller's transaction commits. */
    public void send(Session session, Mail mail) {
        tasks.push(session, TASK, NewJob.of(mail));
    }
}
