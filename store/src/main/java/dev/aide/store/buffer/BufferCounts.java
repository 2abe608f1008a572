package dev.aide.store.buffer;

/**
 * What a buffer has done since it was started. Immutable.
 *
 * @param waiting accepted and not ended yet
 * @param written committed
 * @param failed refused by the database
 * @param rejected refused because the buffer was full or stopped
 * @param dropped given up for newer ones
 * @param commits transactions, each for all writes that were waiting
 */
public record BufferCounts(long waiting, long written, long failed, long rejected, long dropped, long commits) {}
