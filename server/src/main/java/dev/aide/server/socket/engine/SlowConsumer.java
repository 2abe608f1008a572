package dev.aide.server.socket.engine;

/** What becomes of a client that takes messages more slowly than they come, when its queue is full. */
public enum SlowConsumer {
    /** It is disconnected; it may come back. */
    DISCONNECT,
    /** The oldest events that wait are dropped. */
    DROP_OLDEST,
    /** Events that come now are dropped. */
    DROP_NEWEST
}
