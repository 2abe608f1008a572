package dev.aide.server.socket;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.aide.server.socket.Receipt.Outcome;
import dev.aide.server.socket.cluster.Command.Kind;
import dev.aide.server.socket.engine.Timer;
import dev.aide.server.socket.mailbox.Letter;
import dev.aide.server.socket.mailbox.Mailboxes;
import dev.aide.server.socket.packet.EventText;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Delivers what is kept for the users of a namespace: to each socket that a user has, once, in order, until one of them
 * acknowledges it.
 *
 * <p>Safe for use by many threads.
 */
final class PostOffice {
    private static final Logger LOG = LoggerFactory.getLogger(PostOffice.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    private final Hub hub;
    private final Mailboxes mailboxes;
    private final Peers peers;
    private final EventText texts;
    private final int mostChars;
    private final Duration ackTimeout;
    private final Receipts receipts = new Receipts();
    private volatile Executor executor;
    private volatile Timer timer;

    PostOffice(Hub hub, Mailboxes mailboxes, Peers peers, EventText texts, int mostChars, Duration ackTimeout) {
        this.hub = hub;
        this.mailboxes = mailboxes;
        this.peers = peers;
        this.texts = texts;
        this.mostChars = mostChars;
        this.ackTimeout = ackTimeout;
    }

    /** Works by this executor from now on. */
    void start(Executor handlers, Timer clock) {
        executor = handlers;
        timer = clock;
        lookForExpiredLater();
    }

    private void lookForExpiredLater() {
        timer.after(BETWEEN_LOOKS, () -> {
            try {
                executor.execute(() -> {
                    removeExpired();
                    lookForExpiredLater();
                });
            } catch (RejectedExecutionException e) {
                // the portal's threads have not begun yet, or have stopped, as the timer will
                lookForExpiredLater();
            }
        });
    }

    private void removeExpired() {
        try {
            mailboxes.removeExpired().forEach(letter -> settled(letter, Outcome.EXPIRED));
        } catch (RuntimeException e) {
            LOG.warn("expired messages were not looked for: {}", e.getMessage());
        }
    }

    /**
     * Takes a message for users.
     *
     * @throws IllegalArgumentException if it can't be kept, or one of the users is nobody
     */
    List<Receipt> take(String id, Collection<String> users, ArrayNode event, long expiresAt) {
        if (users.contains("")) {
            throw new IllegalArgumentException("messages are kept for users, and '' is nobody");
        }
        String text = texts.write(event);
        if (text.length() > mostChars) {
            throw new IllegalArgumentException("a message that is kept has at most " + mostChars
                    + " characters as JSON, with bytes in Base64, and this one has " + text.length());
        }
        // what could not be read when it is sent is refused now
        texts.read(text);
        return users.stream()
                .map(user -> take(new Letter(0, id, user, text, expiresAt)))
                .toList();
    }

    private Receipt take(Letter letter) {
        Receipt receipt = receipts.expect(letter.id(), letter.user());
        var unused = mailboxes.keep(letter).whenComplete((refusal, error) -> {
            if (error != null) {
                receipts.fail(receipt, error);
            } else if (refusal.isPresent()) {
                receipts.fail(receipt, new IllegalStateException(refusal.get()));
            } else {
                receipts.accept(receipt);
                wake(letter.user());
            }
        });
        return receipt;
    }

    /** There may be something for a user. */
    void wake(String user) {
        hub.ofUser(user).forEach(this::deliver);
    }

    /** There may be something for a socket. */
    void deliver(Socket socket) {
        if (!socket.caller().isAnonymous()
                && socket.isConnected()
                && socket.window().begin()) {
            executor.execute(() -> sendAll(socket));
        }
    }

    private void sendAll(Socket socket) {
        do {
            next(socket).forEach(letter -> send(socket, letter));
        } while (socket.window().again());
    }

    private List<Letter> next(Socket socket) {
        List<Long> numbers = List.of();
        try {
            numbers = socket.window()
                    .next(mailboxes.waiting(
                            socket.caller().id(), socket.window().wanted()));
            List<Letter> letters = mailboxes.letters(numbers);
            if (socket.window().answered(numbers.size() - letters.size())) {
                deliver(socket);
            }
            return letters;
        } catch (RuntimeException e) {
            LOG.warn("{} does not get now what is kept for it, which is tried again: {}", socket, e.getMessage());
            socket.window().takeBack(numbers);
            timer.after(BETWEEN_LOOKS, () -> deliver(socket));
            return List.of();
        }
    }

    private void send(Socket socket, Letter letter) {
        var unused = ask(socket, letter).whenComplete((answer, error) -> {
            if (error == null) {
                acknowledged(letter);
            }
            // one that does not answer in time gets others all the same, and this one when it comes back
            if (socket.window().answered(1)) {
                deliver(socket);
            }
        });
    }

    private CompletableFuture<?> ask(Socket socket, Letter letter) {
        try {
            return socket.ask(ackTimeout, texts.read(letter.event()));
        } catch (IllegalArgumentException e) {
            // kept by a program that took larger ones: it must not hold up the others
            LOG.warn(
                    "message {} for '{}' can't be read, and is not sent: {}",
                    letter.id(),
                    letter.user(),
                    e.getMessage());
            return CompletableFuture.failedFuture(e);
        } catch (IllegalStateException e) {
            // it owes too many acknowledgements already
            return CompletableFuture.failedFuture(e);
        }
    }

    private void acknowledged(Letter letter) {
        var unused = mailboxes.remove(letter).whenComplete((wasThere, error) -> {
            if (error != null) {
                LOG.warn("an acknowledged message stays, and may be sent again: {}", error.getMessage());
            } else if (wasThere) {
                settled(letter, Outcome.DELIVERED);
            }
        });
    }

    private void settled(Letter letter, Outcome outcome) {
        if (!receipts.settle(letter.id(), letter.user(), outcome)) {
            Kind kind = outcome == Outcome.DELIVERED ? Kind.DELIVERED : Kind.EXPIRED;
            peers.tell(kind, letter.user(), letter::id);
        }
    }

    /** Nothing more is kept or acknowledged: what there is to say of receipts is said. */
    void stop() throws InterruptedException {
        receipts.stop();
    }

    /** Another node has seen how a message ended. */
    void settledElsewhere(String id, String user, Outcome outcome) {
        receipts.settle(id, user, outcome);
    }
}
