package dev.aide.server.socket.cluster;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A thread that works when it is called, and four times a second. What fails is logged once, and tried again. */
final class Loop {
    private static final Logger LOG = LoggerFactory.getLogger(Loop.class);
    private static final long LONGEST_MILLIS = 250;
    private static final long STOP_MILLIS = 5_000;

    private final BlockingQueue<String> calls = new LinkedBlockingQueue<>();
    private final String what;
    private final long pauseMillis;
    private final Thread thread;
    private volatile boolean isStopped;

    /**
     * A loop that has not begun.
     *
     * @param what what it does, for the log
     * @param pauseMillis how long it waits after each time
     * @param step what it does, given what was said in calls since the last time
     */
    Loop(String name, String what, long pauseMillis, Consumer<Set<String>> step) {
        this.what = what;
        this.pauseMillis = pauseMillis;
        thread = new Thread(() -> run(step), name);
        thread.setDaemon(true);
    }

    void start() {
        thread.start();
    }

    /** Has it work soon. */
    void call(String why) {
        if (!calls.contains(why)) {
            calls.add(why);
        }
    }

    private void run(Consumer<Set<String>> step) {
        boolean isFailing = false;
        try {
            while (!isStopped) {
                String first = calls.poll(LONGEST_MILLIS, TimeUnit.MILLISECONDS);
                Set<String> whys = new HashSet<>();
                if (first != null) {
                    whys.add(first);
                    calls.drainTo(whys);
                }
                isFailing = !hasWorked(step, whys, isFailing);
                Thread.sleep(isFailing ? LONGEST_MILLIS : pauseMillis);
            }
        } catch (InterruptedException e) {
            LOG.warn("the thread that is to {} was interrupted and ends", what);
        }
    }

    private boolean hasWorked(Consumer<Set<String>> step, Set<String> whys, boolean isFailing) {
        try {
            step.accept(whys);
            return true;
        } catch (RuntimeException e) {
            if (!isFailing) {
                LOG.warn("it failed to {}, and tries again: {}", what, e.getMessage());
            }
            return false;
        }
    }

    void stop() throws InterruptedException {
        isStopped = true;
        calls.add("");
        thread.join(STOP_MILLIS);
    }
}
