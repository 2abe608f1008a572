package com.acme.notes.webhook;

import dev.aide.server.Portal;
import dev.aide.server.gate.Gate;
import dev.aide.server.http.Caller;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Request;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The other service, as bad as other services are: it refuses each event twice before it takes it. A portal of its own.
 *
 * <p>Safe for use by many threads.
 */
public final class FlakyInbox implements AutoCloseable {
    private static final int REFUSALS = 2;

    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final List<NoteAdded> received = new CopyOnWriteArrayList<>();
    private final Portal portal;

    private FlakyInbox(String secret) {
        portal = Portal.builder()
                .port(0)
                .post("/inbox")
                .gate(Gate.own(request -> senderOf(request, secret)))
                .handle(NoteAdded.class, this::receive)
                .build();
    }

    /**
     * Starts it on any port that is free.
     *
     * @param secret what a sender must show as a bearer token
     */
    public static FlakyInbox start(String secret) {
        FlakyInbox inbox = new FlakyInbox(secret);
        inbox.portal.start();
        return inbox;
    }

    private static Optional<Caller> senderOf(Request request, String secret) {
        return request.authorization("Bearer")
                .filter(secret::equals)
                .map(shown -> new Caller("notes", "", Set.of(), Set.of()));
    }

    private Object receive(NoteAdded event, Request request) {
        String key = request.header("Idempotency-Key")
                .orElseThrow(() -> HttpError.badRequest("an Idempotency-Key is needed"));
        if (attempts.merge(key, 1, Integer::sum) <= REFUSALS) {
            throw HttpError.of(503, "the inbox is having one of its moments");
        }
        attempts.remove(key);
        received.add(event);
        return null;
    }

    /** What it has taken, in order. */
    public List<NoteAdded> received() {
        return List.copyOf(received);
    }

    /** Where it listens, as {@code http://localhost:41234}. */
    public String url() {
        return portal.url();
    }

    @Override
    public void close() {
        portal.close();
    }
}
