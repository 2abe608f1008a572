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

    /** How many letters to look at, to find as many as may be sent and one more. */
    synchronized int wanted() {
        return sent.size() + MOST_UNANSWERED + 1;
    }

    /**
     * Which of the letters that wait are to be sent now; they count as sent.
     *
     * @param waiting the first letters that wait, as many as {@link #wanted} said
     */
    synchronized List<Long> next(List<Long> waiting) {
        forgetBefore(waiting.isEmpty() ? Long.MAX_VALUE : waiting.get(waiting.size() - 1), waiting);
        List<Long> unsent = new ArrayList<>(waiting);
        unsent.removeAll(sent);
        int room = Math.min(unsent.size(), MOST_UNANSWERED - unanswered);
        isMore = room < unsent.size();
        List<Long> next = unsent.subList(0, room);
        sent.addAll(next);
        unanswered += room;
        return next;
    }

    /** The number of a letter that waits no longer does not come again. */
    private void forgetBefore(long last, List<Long> waiting) {
        Set<Long> gone = new HashSet<>(sent);
        gone.removeIf(number -> number > last);
        gone.removeAll(new HashSet<>(waiting));
        sent.removeAll(gone);
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
