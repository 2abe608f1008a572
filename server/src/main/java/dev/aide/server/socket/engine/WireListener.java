package dev.aide.server.socket.engine;

import java.util.concurrent.CompletionStage;

/** Hears what comes by one WebSocket: one message after the other, the next when the last one's stage is complete. */
public interface WireListener {

    /** A message of text. */
    CompletionStage<Void> text(String text);

    /** A message of bytes. */
    CompletionStage<Void> binary(byte[] bytes);

    /** The answer to a {@link Wire#ping}. */
    default void pong() {}

    /** It is closed, whoever did it; nothing comes after this. */
    void closed();
}
