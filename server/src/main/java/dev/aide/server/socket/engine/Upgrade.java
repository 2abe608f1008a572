package dev.aide.server.socket.engine;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hears a WebSocket that is to take over a session from long polling: {@code 2probe}, then {@code 5}. */
final class Upgrade implements WireListener {
    private static final CompletableFuture<Void> DONE = CompletableFuture.completedFuture(null);
    private static final String PROBE = "2probe";
    private static final String PROBE_ANSWER = "3probe";
    private static final String UPGRADE = "5";

    private final EngineSession session;
    private final Wire wire;
    private final Runnable cancelTimeout;
    private boolean isProbed;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();
    private volatile WireListener successor;

    Upgrade(EngineSession session, Wire wire, Runnable cancelTimeout) {
        this.session = session;
        this.wire = wire;
        this.cancelTimeout = cancelTimeout;
    }

    @Override
    public CompletionStage<Void> text(String text) {
        if (successor != null) {
            return successor.text(text);
        }
        if (text.equals(PROBE) && !isProbed) {
            isProbed = true;
            var unused = wire.send(Frame.text(PROBE_ANSWER));
            session.probed();
        } else if (text.equals(UPGRADE) && isProbed) {
            cancelTimeout.run();
            Optional<WireListener> carrier = session.upgrade(wire);
            carrier.ifPresentOrElse(this::handOver, this::refuse);
        } else {
            refuse();
        }
        return DONE;
    }

    private void handOver(WireListener next) {
        successor = next;
        // also if the connection broke while the session took it over
        var unused = gone.thenRun(next::closed);
    }

    @Override
    public CompletionStage<Void> binary(byte[] bytes) {
        if (successor != null) {
            return successor.binary(bytes);
        }
        refuse();
        return DONE;
    }

    private void refuse() {
        wire.close(CloseCode.PROTOCOL, "an upgrade is 2probe, then 5");
    }

    @Override
    public void closed() {
        cancelTimeout.run();
        session.probeClosed(wire);
        gone.complete(null);
    }
}
