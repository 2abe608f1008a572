package dev.aide.server.socket.mailbox;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** The letters of one namespace's users, each user's in the order in which they were kept. Implementations are thread-safe. */
public interface Mailboxes {

    /**
     * Keeps a letter.
     *
     * @return completes when it is kept: true, or false if so many wait for this user that there is no room
     */
    CompletableFuture<Boolean> keep(Letter letter);

    /** The numbers of the first letters that wait for a user and have not expired, in order. */
    List<Long> waiting(String user, int atMost);

    /** These letters, in order, without those that are gone. */
    List<Letter> letters(List<Long> numbers);

    /**
     * Takes a letter out, since the user has it.
     *
     * @return whether it was there
     */
    CompletableFuture<Boolean> remove(Letter letter);

    /** Takes out what has expired. */
    List<Letter> removeExpired();
}
