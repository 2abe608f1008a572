package com.acme.notes.webhook;

import dev.aide.client.Failure;
import dev.aide.client.HttpClient;
import dev.aide.client.Response;
import dev.aide.store.queue.Claim;
import dev.aide.store.queue.Outcome;
import dev.aide.store.queue.TaskHandler;

/**
 * Sends one event. The client tries again within seconds, the task buffer within hours; the key that goes along lets the
 * other service take it once, however often it comes.
 *
 * <p>Safe for use by many threads.
 */
public final class WebhookSender implements TaskHandler {
    private final HttpClient client;
    private final Deliveries deliveries;

    /**
     * Sends by a client.
     *
     * @param client has the other service's address and what it wants to be shown
     * @param deliveries is told what came of it
     */
    public WebhookSender(HttpClient client, Deliveries deliveries) {
        this.client = client;
        this.deliveries = deliveries;
    }

    @Override
    public Outcome handle(Claim task) {
        NoteAdded event = task.payload(NoteAdded.class);
        Response<String> response = client.post("/inbox")
                .header("Idempotency-Key")
                .is(event.event())
                .json(event)
                .send();
        deliveries.record(event, response);
        return response instanceof Failure<String> failure ? Outcome.fail(failure.message()) : Outcome.done();
    }
}
