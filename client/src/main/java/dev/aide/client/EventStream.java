package dev.aide.client;

import dev.aide.client.retry.Backoff;
import dev.aide.client.sse.EventParser;
import dev.aide.client.sse.ServerSentEvent;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A stream of server-sent events that is listened to. It connects again when it breaks, after the time that the server
 * named or 3 seconds, longer while it fails, with the id of the last event.
 *
 * <p>Safe for use by any thread.
 */
public final class EventStream implements AutoCloseable {
    private static final Backoff WAITS =
            Backoff.exponential(Duration.ofSeconds(3)).atMost(Duration.ofSeconds(60));

    private final RequestBuilder request;
    private final Retries rules;
    private final Consumer<ServerSentEvent> listener;
    private final EventParser parser = new EventParser();
    private final CompletableFuture<Response<Void>> ended = new CompletableFuture<>();
    private volatile CompletableFuture<Response<Void>> connection;
    private volatile boolean closed;
    private int failuresInARow;

    private EventStream(RequestBuilder request, Consumer<ServerSentEvent> listener) {
        this.rules = request.rules();
        this.request = request.endless();
        this.listener = listener;
    }

    static EventStream open(RequestBuilder request, Consumer<ServerSentEvent> listener) {
        EventStream stream = new EventStream(request, listener);
        stream.connect();
        return stream;
    }

    /**
     * Returns how the stream ended: a success if the server said that there is no more (204), a CANCELLED failure if it
     * was closed on this side, else why it can't go on.
     *
     * @return what will be known then; never completes exceptionally
     */
    public CompletableFuture<Response<Void>> ended() {
        return ended.copy();
    }

    /** Stops listening, at once. */
    @Override
    public void close() {
        closed = true;
        CompletableFuture<Response<Void>> open = connection;
        if (open != null) {
            open.cancel(true);
        }
        // between two connections there is no call that could say so
        ended.complete(new Failure<>(
                FailureKind.CANCELLED,
                "the stream was closed",
                0,
                HeaderFields.none(),
                "",
                null,
                List.of(),
                List.of()));
    }

    // a call never completes exceptionally, and what comes of it comes to disconnected
    @SuppressWarnings("FutureReturnValueIgnored")
    private void connect() {
        if (closed) {
            return;
        }
        connection = new TypedRequest<Void>(
                        request.client(),
                        request,
                        errors -> new EventReader(parser, errors.guard(listener), request.maxResponseBytes()),
                        Timeouts.NEVER)
                .sendAsync();
        if (closed) {
            connection.cancel(true);
        }
        connection.thenAccept(this::disconnected);
    }

    private void disconnected(Response<Void> response) {
        if (closed || !isWorthAnotherTry(response)) {
            ended.complete(response);
            return;
        }
        failuresInARow = response.status() == 200 ? 0 : failuresInARow + 1;
        Duration wait = failuresInARow > 0
                ? WAITS.before(failuresInARow)
                : parser.reconnectAfter().orElse(WAITS.before(1));
        // nothing here blocks, so that the thread which keeps the time may do it
        CompletableFuture.delayedExecutor(wait.toNanos(), TimeUnit.NANOSECONDS, Runnable::run)
                .execute(this::connect);
    }

    private boolean isWorthAnotherTry(Response<Void> response) {
        if (response instanceof Failure<Void> failure) {
            return rules.covers(failure) || failure.kind() == FailureKind.CIRCUIT_OPEN;
        }
        return response.status() != 204;
    }
}
