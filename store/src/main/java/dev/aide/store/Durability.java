package dev.aide.store;

/**
 * What a commit on SQLite survives ({@code PRAGMA synchronous}, in WAL mode). PostgreSQL has its own setting and does
 * not read this one. Immutable.
 */
public enum Durability {
    /** Synced at each commit: what was committed survives a crash of the program, of the system, and a power cut. */
    FULL,
    /**
     * Synced at each checkpoint only: what was committed survives a crash or {@code kill -9} of the program; a crash of
     * the system or a power cut can lose the last commits, and never damages the file.
     */
    NORMAL
}
