package dev.aide.server.http;

import java.util.Set;

/**
 * Who asks. Immutable.
 *
 * @param id the user's id; empty if it is not known who asks
 * @param credential the id of the token or API key that said so, never the token itself; empty if there is none
 * @param scopes what that credential allows
 * @param roles what the user is
 */
public record Caller(String id, String credential, Set<String> scopes, Set<String> roles) {
    private static final Caller ANONYMOUS = new Caller("", "", Set.of(), Set.of());

    /** Copies the sets. */
    public Caller {
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
    }

    /** Somebody. */
    public static Caller anonymous() {
        return ANONYMOUS;
    }

    /** Whether it is not known who asks. */
    public boolean isAnonymous() {
        return id.isEmpty();
    }
}
