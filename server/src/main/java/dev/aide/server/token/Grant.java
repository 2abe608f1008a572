package dev.aide.server.token;

import java.util.Set;

/**
 * What a token or API key says of its bearer. Immutable.
 *
 * @param user the user's id
 * @param scopes what the bearer may do; words without spaces
 * @param roles what the user is
 */
public record Grant(String user, Set<String> scopes, Set<String> roles) {

    /** Copies the sets. */
    public Grant {
        if (user.isBlank()) {
            throw new IllegalArgumentException("a grant needs a user");
        }
        for (String scope : scopes) {
            if (scope.isBlank() || scope.chars().anyMatch(Character::isWhitespace)) {
                throw new IllegalArgumentException("'" + scope + "' is no scope: it must be a word");
            }
        }
        scopes = Set.copyOf(scopes);
        roles = Set.copyOf(roles);
    }

    /** A user without roles. */
    public static Grant of(String user, String... scopes) {
        return new Grant(user, Set.of(scopes), Set.of());
    }

    /** The same grant with these roles. */
    public Grant withRoles(String... others) {
        return new Grant(user, scopes, Set.of(others));
    }
}
