package dev.aide.server.socket;

import dev.aide.server.http.HttpError;

/** Answers events. Called by many threads at once, but for one client's connection by one at a time, in order. */
@FunctionalInterface
public interface EventHandler {

    /**
     * Answers an event.
     *
     * @return what the client gets as the acknowledgement, if it asked for one: a value that becomes JSON, with
     *     {@code byte[]} as binary; null for an acknowledgement of nothing; an {@link Acknowledgement} of several values; or
     *     a {@code CompletionStage} of any of these
     * @throws Exception an {@link HttpError} is sent as it is; any other is logged, and says nothing to the client
     */
    Object handle(Message message) throws Exception;
}
