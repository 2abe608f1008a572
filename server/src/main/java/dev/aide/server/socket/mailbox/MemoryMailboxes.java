package dev.aide.server.socket.mailbox;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Mailboxes that are gone when the process ends. Safe for use by many threads. */
public final class MemoryMailboxes implements Mailboxes {
    private static final int MOST_IN_ALL = 100_000;

    private final int most;
    private final Clock clock;
    private final NavigableMap<Long, Letter> letters = new TreeMap<>();
    private final Map<String, NavigableMap<Long, Letter>> byUser = new HashMap<>();
    private long last;

    /**
     * Begins empty.
     *
     * @param most how many letters wait for one user
     */
    public MemoryMailboxes(int most, Clock clock) {
        this.most = most;
        this.clock = clock;
    }

    @Override
    public synchronized CompletableFuture<Optional<String>> keep(Letter letter) {
        Optional<String> refusal = refusal(letter.user());
        if (refusal.isEmpty()) {
            Letter numbered = letter.numbered(++last);
            byUser.computeIfAbsent(letter.user(), unused -> new TreeMap<>()).put(last, numbered);
            letters.put(last, numbered);
        }
        return CompletableFuture.completedFuture(refusal);
    }

    private Optional<String> refusal(String user) {
        if (letters.size() >= MOST_IN_ALL) {
            return Optional.of("as many messages as may wait in memory do already, which are " + MOST_IN_ALL
                    + " for all users; a database has room for more, see store(...)");
        }
        boolean isFull = byUser.containsKey(user) && byUser.get(user).size() >= most;
        return isFull ? Optional.of(Mailboxes.fullFor(user)) : Optional.empty();
    }

    @Override
    public synchronized List<Long> waiting(String user, int atMost) {
        long now = clock.millis();
        return byUser.getOrDefault(user, new TreeMap<>()).values().stream()
                .filter(letter -> letter.expiresAt() > now)
                .map(Letter::number)
                .limit(atMost)
                .toList();
    }

    @Override
    public synchronized List<Letter> letters(List<Long> numbers) {
        return numbers.stream().filter(letters::containsKey).map(letters::get).toList();
    }

    @Override
    public synchronized CompletableFuture<Boolean> remove(Letter letter) {
        return CompletableFuture.completedFuture(takeOut(letter));
    }

    private boolean takeOut(Letter letter) {
        byUser.computeIfPresent(letter.user(), (user, box) -> {
            box.remove(letter.number());
            return box.isEmpty() ? null : box;
        });
        return letters.remove(letter.number()) != null;
    }

    @Override
    public synchronized List<Letter> removeExpired() {
        long now = clock.millis();
        List<Letter> expired = new ArrayList<>(letters.values());
        expired.removeIf(letter -> letter.expiresAt() > now);
        expired.forEach(this::takeOut);
        return expired;
    }
}
