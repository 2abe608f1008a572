package dev.aide.server.socket.engine;

import java.util.concurrent.CompletableFuture;

/** A WebSocket that can be written to. Safe for use by many threads. */
public interface Wire {

    /** Sends one message; completes when it has been written, exceptionally if it can't be. */
    CompletableFuture<Void> send(Frame frame);

    /** Asks by WebSocket's own ping whether the client is there. */
    void ping();

    /**
     * Closes it.
     *
     * @param code as in RFC 6455, 7.4
     * @param reason in words, at most 123 bytes
     */
    void close(int code, String reason);
}
