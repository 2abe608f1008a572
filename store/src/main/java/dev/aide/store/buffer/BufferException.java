package dev.aide.store.buffer;

/** A write did not reach the database because of the buffer: it was full, or is stopped. Immutable. */
public final class BufferException extends RuntimeException {

    BufferException(String message) {
        super(message);
    }
}
