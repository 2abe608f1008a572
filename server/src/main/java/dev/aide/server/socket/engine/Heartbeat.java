package dev.aide.server.socket.engine;

import java.time.Duration;

/**
 * Asks a client again and again whether it is there, and says when it is not.
 *
 * <p>Safe for use by many threads.
 */
final class Heartbeat {
    private final Timer timer;
    private final Duration interval;
    private final Duration timeout;
    private final Runnable ping;
    private final Runnable onSilence;
    private Runnable cancel = () -> {};
    private boolean isStopped;

    /**
     * Prepares it.
     *
     * @param ping asks
     * @param onSilence is run when there is no answer in time
     */
    Heartbeat(Timer timer, Duration interval, Duration timeout, Runnable ping, Runnable onSilence) {
        this.timer = timer;
        this.interval = interval;
        this.timeout = timeout;
        this.ping = ping;
        this.onSilence = onSilence;
    }

    /** Begins, or goes on: the client has answered. */
    synchronized void alive() {
        if (!isStopped) {
            cancel.run();
            cancel = timer.after(interval, this::ask);
        }
    }

    private void ask() {
        synchronized (this) {
            if (isStopped) {
                return;
            }
            cancel = timer.after(timeout, onSilence);
        }
        ping.run();
    }

    /** Ends. */
    synchronized void stop() {
        isStopped = true;
        cancel.run();
    }
}
