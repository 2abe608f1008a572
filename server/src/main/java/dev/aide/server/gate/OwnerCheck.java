package dev.aide.server.gate;

import dev.aide.server.http.Request;

/** Says whether what a request is about belongs to its caller. Called by many threads at once. */
@FunctionalInterface
public interface OwnerCheck {

    /**
     * Whether the caller may touch what the path names. Before a socket's event it is asked of the request that opened the
     * connection, in which the texts, numbers and booleans of an object that is the event's first argument stand as path
     * variables; an event that lacks one that is asked for is refused with 422.
     *
     * @param request the request with its caller and path variables, its body not read yet
     * @return false for 403
     */
    boolean isOwner(Request request);
}
