package dev.aide.server.socket.engine;

import java.time.Duration;

/** Runs things later. Safe for use by many threads. */
@FunctionalInterface
public interface Timer {

    /**
     * Runs a task once; it must not wait for anything.
     *
     * @return cancels it, if it has not begun
     */
    Runnable after(Duration delay, Runnable task);
}
