package dev.aide.server;

import dev.aide.server.http.Request;

/**
 * Answers requests whose values are bound to a record. Called by many threads at once.
 *
 * @param <R> the record
 */
@FunctionalInterface
public interface RecordHandler<R extends Record> {

    /**
     * Answers a request.
     *
     * @param input the values, all of them there and of their types
     * @return as of {@link dev.aide.server.http.Handler#handle}
     * @throws Exception as of {@link dev.aide.server.http.Handler#handle}
     */
    Object handle(R input, Request request) throws Exception;
}
