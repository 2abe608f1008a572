package dev.aide.server.socket;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which letters a socket was sent, each once, and how many of them it has yet to answer. Safe for use by many threads. */
final class Window {
    private static final int MOST_UNANSWERED = 50;

    private final Set<Long> sent = new HashSet<>();
    private int unanswered;
    private boolean isMore;
    private boolean isBusy;
    private boolean isAskedAgain;

    /** Whether the caller is to look for letters now; if somebody else does, they look once more afterwards. */
    synchronized boolean begin() {
        isAskedAgain = isBusy;
        isBusy = true;
        return !isAskedAgain;
    }

    /** The caller has looked; whether to look once more. */
    synchronized boolean again() {
        isBusy = isAskedAgain;
        isAskedAgain = false;
        return isBusy;
    }

    /** Which of the letters that wait are to be sent now; they count as sent. */
    synchronized List<Long> next(List<Long> waiting) {
        // the number of one that no longer waits does not come again
        sent.retainAll(new HashSet<>(waiting));
        List<Long> unsent = new ArrayList<>(waiting);
        unsent.removeAll(sent);
        int room = Math.min(unsent.size(), MOST_UNANSWERED - unanswered);
        isMore = room < unsent.size();
        List<Long> next = unsent.subList(0, room);
        sent.addAll(next);
        unanswered += room;
        return next;
    }

    /** These letters could not be sent. */
    synchronized void takeBack(List<Long> letters) {
        letters.forEach(sent::remove);
        unanswered -= letters.size();
    }

    /**
     * So many letters were answered, or are no longer expected to be.
     *
     * @return whether to look for more
     */
    synchronized boolean answered(int letters) {
        unanswered -= letters;
        return isMore && unanswered <= MOST_UNANSWERED / 2;
    }
}
