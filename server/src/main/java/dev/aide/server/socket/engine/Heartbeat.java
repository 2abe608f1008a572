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
    private long turn;
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
            turn++;
            long asking = turn;
            cancel = timer.after(interval, () -> ask(asking));
        }
    }

    private void ask(long asking) {
        synchronized (this) {
            // a timer that goes off at this instant can't be cancelled any more
            if (turn != asking) {
                return;
            }
            cancel = timer.after(timeout, () -> heardNothing(asking));
        }
        ping.run();
    }

    private void heardNothing(long asking) {
        boolean isSilent;
        synchronized (this) {
            isSilent = turn == asking;
        }
        if (isSilent) {
            onSilence.run();
        }
    }

    /** Ends. */
    synchronized void stop() {
        isStopped = true;
        turn++;
        cancel.run();
    }
}
