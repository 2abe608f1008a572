package dev.aide.server.socket.engine;

import java.nio.charset.StandardCharsets;

/**
 * What one WebSocket message carries. Immutable, if nobody writes into the bytes.
 *
 * @param isText whether it is text, else binary
 * @param bytes the bytes; text as UTF-8
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Frame(boolean isText, byte[] bytes) {

    /** A text frame. */
    public static Frame text(String text) {
        return new Frame(true, text.getBytes(StandardCharsets.UTF_8));
    }

    /** A binary frame. */
    public static Frame binary(byte[] bytes) {
        return new Frame(false, bytes);
    }

    /** The bytes as text. */
    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
