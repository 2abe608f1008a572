package dev.aide.server.serve;

import dev.aide.server.http.Body;
import dev.aide.server.http.HttpError;

/** Reads a request's body, when the gate has let the request in. */
@FunctionalInterface
public interface BodySource {

    /**
     * Reads it to its end.
     *
     * @throws HttpError 400, 408 or 413
     */
    Body read();
}
