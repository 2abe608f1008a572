package dev.aide.server.http;

/** Answers requests. Called by many threads at once. */
@FunctionalInterface
public interface Handler {

    /**
     * Answers a request.
     *
     * @return a value that becomes JSON; a {@code Path}, {@code InputStream} or {@code byte[]} that is sent as it is; a
     *     {@link Response}; null for 204; an empty {@code Optional} for 404; or a {@code CompletionStage} of any of these
     * @throws Exception an {@link HttpError} is sent as it is; any other is logged, and is a 500 without details
     */
    Object handle(Request request) throws Exception;
}
