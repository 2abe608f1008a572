package dev.aide.server.socket.engine;

import dev.aide.server.http.HttpError;
import dev.aide.server.socket.engine.EnginePacket.Text;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * One client's session: over long polling, then perhaps over a WebSocket; or over a WebSocket from the start.
 *
 * <p>Safe for use by many threads.
 */
final class EngineSession implements Session {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);

    private final String id;
    private final EngineOptions options;
    private final Timer timer;
    private final Heartbeat heartbeat;
    private final Writer writer;
    private final Posts posts = new Posts(this);
    private final CompletableFuture<Void> end = new CompletableFuture<>();
    private volatile MessageListener listener;
    private State state = State.OPEN;
    private CompletableFuture<byte[]> poll;
    private Wire wire;
    private Wire probe;
    private boolean isProbed;

    EngineSession(String id, EngineOptions options, Timer timer, Outbox outbox) {
        this.id = id;
        this.options = options;
        this.timer = timer;
        this.writer = new Writer(outbox, () -> end(CloseCode.NORMAL, "the connection broke", EnginePacket.CLOSE));
        this.heartbeat = new Heartbeat(
                timer,
                options.pingInterval(),
                options.pingTimeout(),
                () -> send(Outgoing.of(EnginePacket.PING)),
                () -> end(CloseCode.POLICY, "ping timeout", EnginePacket.CLOSE));
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

    /** Begins over long polling. */
    void start(MessageListener messages) {
        listener = messages;
        heartbeat.alive();
    }

    /** Begins over a WebSocket; its first message is given. */
    WireListener start(MessageListener messages, Wire carrier, EnginePacket greeting) {
        synchronized (this) {
            wire = carrier;
        }
        writer.attach(carrier);
        start(messages);
        send(Outgoing.of(greeting));
        return new Carrier(this);
    }

    /**
     * What a poll is answered with, at once or when there is something.
     *
     * @throws HttpError 400 if the session is not, or no longer, over long polling
     */
    CompletableFuture<byte[]> poll() {
        synchronized (this) {
            refuseUnlessPolling();
            if (poll == null) {
                poll = new CompletableFuture<>();
                CompletableFuture<byte[]> answer = poll;
                answerPoll();
                return answer;
            }
        }
        end(CloseCode.PROTOCOL, "two polls at once", EnginePacket.CLOSE);
        throw HttpError.badRequest("there is a poll under way already; the session is closed");
    }

    private void refuseUnlessPolling() {
        if (state == State.CLOSED) {
            throw unknown();
        }
        if (wire != null) {
            throw HttpError.badRequest("the session has gone over to WebSocket");
        }
    }

    static HttpError unknown() {
        return HttpError.badRequest("Session ID unknown");
    }

    /** Answers the poll that waits, if there is one and something to say. */
    private void answerPoll() {
        if (poll == null) {
            return;
        }
        List<Frame> waiting = writer.drain();
        if (!waiting.isEmpty()) {
            completePoll(waiting);
        } else if (state == State.CLOSING) {
            completePoll(List.of(EnginePacket.CLOSE.toFrame()));
            finished();
        } else if (isProbed) {
            completePoll(List.of(EnginePacket.NOOP.toFrame()));
        }
    }

    private void completePoll(List<Frame> frames) {
        CompletableFuture<byte[]> answer = poll;
        poll = null;
        answer.complete(PollingPayload.encode(frames));
    }

    /**
     * Takes what a client posts.
     *
     * @return completes when all of it is taken and there is room for more; fails with a 400 as below
     * @throws HttpError 400 if it is malformed, or another post is under way: the session is then over
     */
    CompletionStage<Void> post(byte[] body) {
        synchronized (this) {
            refuseUnlessPolling();
        }
        return posts.take(body);
    }

    /** Takes a packet, whatever carried it. */
    CompletionStage<Void> receive(EnginePacket packet) throws ProtocolException {
        synchronized (this) {
            if (state != State.OPEN) {
                return DONE;
            }
        }
        if (packet instanceof EnginePacket.Binary binary) {
            return listener.binary(binary.data());
        }
        Text text = (Text) packet;
        return switch (text.type()) {
            case MESSAGE -> listener.text(text.data());
            case PONG -> {
                heartbeat.alive();
                yield DONE;
            }
            case CLOSE -> {
                end(CloseCode.NORMAL, "the client closed", EnginePacket.NOOP);
                yield DONE;
            }
            case NOOP -> DONE;
            case OPEN, PING, UPGRADE -> throw new ProtocolException("a client sends no " + text.type() + " here");
        };
    }

    /** The carrying WebSocket has broken or was closed. */
    void wireClosed() {
        end(CloseCode.NORMAL, "the connection was closed", EnginePacket.CLOSE);
        end.complete(null);
    }

    /** A WebSocket wants to take over; empty if it may not. */
    synchronized Optional<WireListener> probe(Wire candidate) {
        if (state != State.OPEN || wire != null || probe != null) {
            return Optional.empty();
        }
        probe = candidate;
        Runnable cancel = timer.after(options.upgradeTimeout(), () -> upgradeTimedOut(candidate));
        return Optional.of(new Upgrade(this, candidate, cancel));
    }

    private void upgradeTimedOut(Wire candidate) {
        candidate.close(CloseCode.POLICY, "the upgrade took too long");
        probeClosed(candidate);
    }

    /** The probe has come by the candidate: polls are ended from now on, so that the client can pause them. */
    synchronized void probed() {
        isProbed = true;
        answerPoll();
    }

    /** The candidate was closed before it took over: polling goes on. */
    synchronized void probeClosed(Wire candidate) {
        if (probe == candidate) {
            probe = null;
            isProbed = false;
        }
    }

    /** The candidate takes over. */
    Optional<WireListener> upgrade(Wire candidate) {
        synchronized (this) {
            // also of a session that is closing: the client has stopped polling, and gets by this what waits for it
            if (state == State.CLOSED || probe != candidate) {
                return Optional.empty();
            }
            answerPoll();
            wire = candidate;
            probe = null;
        }
        writer.attach(candidate);
        writer.pump();
        return Optional.of(new Carrier(this));
    }

    @Override
    public void send(Outgoing message) {
        boolean mayStay;
        synchronized (this) {
            if (state != State.OPEN) {
                return;
            }
            mayStay = writer.add(message);
            answerPoll();
        }
        if (mayStay) {
            writer.pump();
        } else {
            end(CloseCode.POLICY, "the client is too slow", EnginePacket.CLOSE);
        }
    }

    @Override
    public void close(int code, String reason) {
        synchronized (this) {
            if (state != State.OPEN) {
                return;
            }
            state = State.CLOSING;
            answerPoll();
        }
        writer.closeAfterwards(code, reason);
        leave(reason);
        // a client over long polling hears of it by its next poll
        Runnable cancel = timer.after(options.pingTimeout(), () -> end(code, reason, EnginePacket.CLOSE));
        var unused = end.thenRun(cancel);
        writer.pump();
    }

    /** Ends at once: what waits is not sent. */
    private void end(int code, String reason, EnginePacket lastOfPoll) {
        Wire carrier;
        boolean wasOpen;
        synchronized (this) {
            if (state == State.CLOSED) {
                return;
            }
            wasOpen = state == State.OPEN;
            state = State.CLOSED;
            carrier = wire;
            if (poll != null) {
                completePoll(List.of(lastOfPoll.toFrame()));
            }
        }
        writer.stop();
        if (wasOpen) {
            leave(reason);
        }
        closeProbe();
        if (carrier == null) {
            end.complete(null);
        } else {
            carrier.close(code, reason);
        }
    }

    /** Ends since the client does not keep to the protocol. */
    void violated(ProtocolException violation) {
        end(violation.closeCode(), violation.getMessage(), EnginePacket.CLOSE);
    }

    private void finished() {
        state = State.CLOSED;
        closeProbe();
        end.complete(null);
    }

    private void leave(String reason) {
        heartbeat.stop();
        listener.closed(reason);
    }

    private void closeProbe() {
        Wire candidate;
        synchronized (this) {
            candidate = probe;
            probe = null;
        }
        if (candidate != null) {
            candidate.close(CloseCode.NORMAL, "the session has ended");
        }
    }

    private enum State {
        OPEN,
        CLOSING,
        CLOSED
    }
}
