package dev.aide.store.buffer;

/** What happens to a write when the buffer is full. Immutable. */
public enum FullPolicy {
    /** The caller waits for room. */
    BLOCK,
    /** The new write is refused: its future fails with {@link BufferException}. */
    REJECT,
    /** The oldest write that has not begun is given up: its future fails with {@link BufferException}. */
    DROP_OLDEST
}
