package dev.aide.server.gate;

import dev.aide.server.token.Grant;

/**
 * A user who logs in with a password. Immutable.
 *
 * @param grant the user, and what a log-in gives them
 * @param passwordHash what {@link dev.aide.server.token.Passwords#hash} made
 */
public record Account(Grant grant, String passwordHash) {

    /** Shows no hash. */
    @Override
    public String toString() {
        return "Account[" + grant + "]";
    }
}
