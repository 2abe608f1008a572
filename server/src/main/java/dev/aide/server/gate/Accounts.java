package dev.aide.server.gate;

import java.util.Optional;

/** Where the program keeps its users. Called by many threads at once. */
public interface Accounts {

    /** The account of a name, if there is one. */
    Optional<Account> find(String name);

    /**
     * Keeps a user's new hash: their password is right, and the old hash was made with lower parameters than those of
     * today.
     */
    void passwordRehashed(String userId, String passwordHash);
}
