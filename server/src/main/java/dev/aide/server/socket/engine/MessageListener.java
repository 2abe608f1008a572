package dev.aide.server.socket.engine;

import java.util.concurrent.CompletionStage;

/** Hears the messages of one session, in their order. */
public interface MessageListener {

    /**
     * A message of text.
     *
     * @return completes when there is room for another
     * @throws ProtocolException if it is none that the client may send; the session ends
     */
    CompletionStage<Void> text(String text) throws ProtocolException;

    /** A message of bytes; as {@link #text}. */
    CompletionStage<Void> binary(byte[] bytes) throws ProtocolException;

    /**
     * Takes no more messages.
     *
     * @return completes when those that were taken are handled
     */
    CompletionStage<Void> drain();

    /**
     * The session has ended.
     *
     * @param reason why, in words
     */
    void closed(String reason);
}
