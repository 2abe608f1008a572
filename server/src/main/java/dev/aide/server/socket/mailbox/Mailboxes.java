package dev.aide.server.socket.mailbox;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The letters of one namespace's users, each user's in the order in which they were kept. Implementations are thread-safe. */
public interface Mailboxes {

    /**
     * Keeps a letter.
     *
     * @return completes with nothing when it is kept, or with why there is no room for it
     */
    CompletableFuture<Optional<String>> keep(Letter letter);

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

    /** Why there is no room for another letter to this user. */
    static String fullFor(String user) {
        return "as many messages as may wait for '" + user + "' do already; see maxKept(...)";
    }
}
