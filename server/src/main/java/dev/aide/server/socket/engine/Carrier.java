package dev.aide.server.socket.engine;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** Hears the WebSocket that carries a session. Safe for use by many threads. */
record Carrier(EngineSession session) implements WireListener {

    @Override
    public CompletionStage<Void> text(String text) {
        try {
            return session.receive(EnginePacket.parse(text));
        } catch (ProtocolException e) {
            session.violated(e);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public CompletionStage<Void> binary(byte[] bytes) {
        try {
            return session.receive(EnginePacket.message(bytes));
        } catch (ProtocolException e) {
            session.violated(e);
            return CompletableFuture.completedFuture(null);
        }
    }

    @Override
    public void closed() {
        session.wireClosed();
    }
}
