package dev.aide.store.image;

/** The bytes are no image that can be read, or one that is too large. Immutable. */
public final class ImageException extends RuntimeException {

    ImageException(String message) {
        super(message);
    }

    ImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
