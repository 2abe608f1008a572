package dev.aide.server.socket.engine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Writes what waits in an outbox to a WebSocket, one message after the other, once there is a WebSocket.
 *
 * <p>Safe for use by many threads.
 */
final class Writer {
    private final Outbox outbox;
    private final Runnable onBroken;
    private Wire wire;
    private boolean isWriting;
    private boolean isStopped;
    private Optional<Runnable> farewell = Optional.empty();

    /**
     * Begins without a WebSocket.
     *
     * @param onBroken is run when it can't be written to
     */
    Writer(Outbox outbox, Runnable onBroken) {
        this.outbox = outbox;
        this.onBroken = onBroken;
    }

    /**
     * Adds a message, by the outbox's policy; {@link #pump} writes it.
     *
     * @return whether the client may stay
     */
    synchronized boolean add(Outgoing message) {
        return outbox.add(message);
    }

    /** All that waits, for a client that fetches it. */
    synchronized List<Frame> drain() {
        return outbox.drain();
    }

    synchronized int size() {
        return outbox.size();
    }

    /** From now on there is a WebSocket, to which {@link #pump} writes. */
    synchronized void attach(Wire carrier) {
        wire = carrier;
    }

    /** Closes the WebSocket when all that waits is written; {@link #pump} begins with it. */
    synchronized void closeAfterwards(int code, String reason) {
        farewell = Optional.of(() -> wire.close(code, reason));
    }

    /** Nothing more is written. */
    synchronized void stop() {
        isStopped = true;
    }

    /** Writes what waits, without waiting for the client; must not be called with the session's lock. */
    void pump() {
        while (true) {
            Optional<Outgoing> next;
            Optional<Runnable> last;
            synchronized (this) {
                if (wire == null || isWriting || isStopped) {
                    return;
                }
                next = outbox.poll();
                isWriting = next.isPresent();
                last = farewell;
                isStopped = !isWriting && last.isPresent();
            }
            if (next.isEmpty()) {
                last.ifPresent(Runnable::run);
                return;
            }
            CompletableFuture<Void> sent = written(next.get());
            if (!sent.isDone()) {
                var unused = sent.whenComplete((done, error) -> {
                    wrote(error != null);
                    pump();
                });
                return;
            }
            wrote(sent.isCompletedExceptionally());
        }
    }

    private CompletableFuture<Void> written(Outgoing message) {
        CompletableFuture<?>[] frames =
                message.frames().stream().map(wire::send).toArray(CompletableFuture<?>[]::new);
        return CompletableFuture.allOf(frames);
    }

    private void wrote(boolean hasFailed) {
        synchronized (this) {
            isWriting = false;
        }
        if (hasFailed) {
            onBroken.run();
        }
    }
}
