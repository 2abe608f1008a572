package com.acme.notes.access;

import dev.aide.server.http.Caller;

/**
 * Whose something is. A type of its own, so that it can't be taken for the number of a note. Immutable.
 *
 * @param id the user's number
 */
public record Owner(long id) {

    /** The user who sends a request. */
    public static Owner of(Caller caller) {
        return new Owner(Long.parseLong(caller.id()));
    }
}
