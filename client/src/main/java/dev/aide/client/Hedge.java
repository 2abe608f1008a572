package dev.aide.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Two attempts instead of one: the second starts when the first takes long, and the first to succeed counts. */
final class Hedge<T> {
    private final Exchange<T> exchange;
    private final Duration after;
    private final CompletableFuture<Answer<T>> winner = new CompletableFuture<>();
    private final List<AttemptCall<T>> running = new ArrayList<>();
    private boolean decided;

    Hedge(Exchange<T> exchange, Duration after) {
        this.exchange = exchange;
        this.after = after;
    }

    CompletableFuture<Answer<T>> start() {
        enqueue();
        CompletableFuture.delayedExecutor(
                        after.toNanos(),
                        TimeUnit.NANOSECONDS,
                        exchange.transport().executor())
                .execute(this::startSecond);
        return winner;
    }

    private void startSecond() {
        if (!winner.isDone() && exchange.destination().budget().tryRetry()) {
            enqueue();
        }
    }

    // an attempt never completes exceptionally, and what comes of it comes to the winner
    @SuppressWarnings("FutureReturnValueIgnored")
    private void enqueue() {
        AttemptCall<T> attempt = exchange.newAttempt();
        synchronized (running) {
            if (decided) {
                exchange.forget(attempt);
                return;
            }
            running.add(attempt);
        }
        exchange.enqueue(attempt).thenAccept(answer -> came(attempt, answer));
    }

    private void came(AttemptCall<T> attempt, Answer<T> answer) {
        List<AttemptCall<T>> slower;
        synchronized (running) {
            running.remove(attempt);
            if (decided || (!answer.response().isSuccess() && !running.isEmpty())) {
                return;
            }
            decided = true;
            slower = List.copyOf(running);
        }
        slower.forEach(late -> late.abandon(FailureKind.CANCELLED, "the other attempt was faster"));
        winner.complete(answer);
    }
}
