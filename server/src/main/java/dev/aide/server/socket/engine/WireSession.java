package dev.aide.server.socket.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.atomic.AtomicReference;

/**
 * A client's session over one WebSocket, without Engine.IO: messages stand in it as they are, and heartbeats are
 * WebSocket's own pings.
 *
 * <p>Safe for use by many threads.
 */
final class WireSession implements Session, WireListener {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final String id;
    private final EngineOptions options;
    private final Timer timer;
    private final Wire wire;
    private final Writer writer;
    private final Heartbeat heartbeat;
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);
    private volatile MessageListener listener;

    WireSession(String id, EngineOptions options, Timer timer, Outbox outbox, Wire wire) {
        this.id = id;
        this.options = options;
        this.timer = timer;
        this.wire = wire;
        this.writer = new Writer(outbox, () -> end(CloseCode.NORMAL, "the connection broke"));
        this.heartbeat = new Heartbeat(
                timer,
                options.pingInterval(),
                options.pingTimeout(),
                wire::ping,
                () -> end(CloseCode.POLICY, "ping timeout"));
        writer.attach(wire);
    }

    /** Begins. */
    void start(MessageListener messages) {
        listener = messages;
        heartbeat.alive();
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public CompletableFuture<Void> ended() {
        return end;
    }

    @Override
    public int queued() {
        return writer.size();
    }

    @Override
    public CompletionStage<Void> drain() {
        return listener.drain();
    }

    @Override
    public void send(Outgoing message) {
        if (state.get() != State.OPEN) {
            return;
        }
        if (writer.add(message)) {
            writer.pump();
        } else {
            end(CloseCode.POLICY, "the client is too slow");
        }
    }

    @Override
    public void close(int code, String reason) {
        if (state.compareAndSet(State.OPEN, State.CLOSING)) {
            leave(reason);
            Runnable cancel = timer.after(options.pingTimeout(), () -> end(code, reason));
            var unused = end.thenRun(cancel);
            writer.closeAfterwards(code, reason);
            writer.pump();
        }
    }

    /** Ends at once: what waits is not sent. */
    private void end(int code, String reason) {
        State before = state.getAndSet(State.CLOSED);
        if (before == State.OPEN) {
            leave(reason);
        }
        if (before != State.CLOSED) {
            writer.stop();
            wire.close(code, reason);
        }
    }

    private void leave(String reason) {
        heartbeat.stop();
        listener.closed(reason);
    }

    @Override
    public CompletionStage<Void> text(String text) {
        return received(() -> listener.text(text));
    }

    @Override
    public CompletionStage<Void> binary(byte[] bytes) {
        return received(() -> listener.binary(bytes));
    }

    private CompletionStage<Void> received(Delivery delivery) {
        if (state.get() != State.OPEN) {
            return DONE;
        }
        try {
            return delivery.deliver();
        } catch (ProtocolException e) {
            end(e.closeCode(), e.getMessage());
            return DONE;
        }
    }

    @Override
    public void pong() {
        heartbeat.alive();
    }

    @Override
    public void closed() {
        end(CloseCode.NORMAL, "the connection was closed");
        end.complete(null);
    }

    /** A message on its way to the listener. */
    private interface Delivery {
        CompletionStage<Void> deliver() throws ProtocolException;
    }

    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }
}
