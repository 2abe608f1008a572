package dev.aide.server.socket;

import java.util.concurrent.CompletableFuture;

/**
 * What becomes of one message to one user that is kept until it is acknowledged. Its futures complete on a few
 * threads of the portal's, which all receipts of a namespace share: what depends on them may wait, but not for another
 * receipt.
 *
 * <p>Safe for use by many threads.
 */
public final class Receipt {
    private final String id;
    private final String user;
    private final CompletableFuture<Void> kept = new CompletableFuture<>();
    private final CompletableFuture<Outcome> outcome = new CompletableFuture<>();

    Receipt(String id, String user) {
        this.id = id;
        this.user = user;
    }

    /** The message's id, which clients are given too; the same for all users that it goes to. */
    public String id() {
        return id;
    }

    /** Whom it is for. */
    public String user() {
        return user;
    }

    /**
     * Completes when the message is kept: from then on it is lost only with what keeps it. Fails with an {@link
     * IllegalStateException} if too many wait for this user, or with what the database said; then it is not kept.
     */
    public CompletableFuture<Void> kept() {
        return kept.copy();
    }

    /**
     * Completes when the message is acknowledged, or has expired. Fails if it is not kept, and with an {@link
     * IllegalStateException} if this process has 100,000 later ones to wait for. One that was kept by a process that has
     * ended never completes; the message is delivered all the same.
     */
    public CompletableFuture<Outcome> outcome() {
        return outcome.copy();
    }

    void accept() {
        kept.complete(null);
    }

    void settle(Outcome what) {
        // another thread may be about to say so
        kept.complete(null);
        outcome.complete(what);
    }

    void fail(Throwable reason) {
        kept.completeExceptionally(reason);
        outcome.completeExceptionally(reason);
    }

    /** How it ended. */
    public enum Outcome {
        /** A socket of the user has acknowledged it. */
        DELIVERED,
        /** Nobody did before it expired. */
        EXPIRED
    }
}
