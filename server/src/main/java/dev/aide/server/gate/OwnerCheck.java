package dev.aide.server.gate;

import dev.aide.server.http.Request;

/** Says whether what a request is about belongs to its caller. Called by many threads at once. */
@FunctionalInterface
public interface OwnerCheck {

    /**
     * Whether the caller may touch what the path names.
     *
     * @param request the request with its caller and path variables, its body not read yet
     * @return false for 403
     */
    boolean isOwner(Request request);
}
