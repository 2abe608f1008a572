package dev.aide.store;

/** What works in the background until it is stopped. */
public interface Stoppable extends AutoCloseable {

    /**
     * Ends in good order, and returns when it has ended.
     *
     * @throws InterruptedException if the caller is interrupted while it waits
     */
    void stop() throws InterruptedException;

    /** The same as {@link #stop}; when interrupted, it stops waiting. */
    @Override
    default void close() {
        try {
            stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
