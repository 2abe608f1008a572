package dev.aide.store;

/** What is done with a session and what comes of it. */
@FunctionalInterface
public interface Work<T> {
    /** Does it. What it throws ends the block and reaches the block's caller as it is. */
    T with(Session session);
}
