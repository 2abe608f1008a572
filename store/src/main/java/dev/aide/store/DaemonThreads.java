package dev.aide.store;

import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** This library's threads: named after what they do, and none keeps a program from ending. Safe for many threads. */
public final class DaemonThreads implements ThreadFactory {
    private final String role;
    private final AtomicInteger number = new AtomicInteger();

    private DaemonThreads(String role) {
        this.role = role;
    }

    /** Threads named {@code aide-store-<role>-1} and so on. */
    public static DaemonThreads named(String role) {
        return new DaemonThreads(role);
    }

    @Override
    public Thread newThread(Runnable work) {
        return daemon(work, role + "-" + number.incrementAndGet());
    }

    /** One thread of its own, not started yet. */
    public static Thread single(String role, Runnable work) {
        return daemon(work, role);
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, "aide-store-" + name);
        thread.setDaemon(true);
        return thread;
    }

    /**
     * Lets an executor take no more work, and finish what it has for the grace period.
     *
     * @return whether it has finished
     */
    public static boolean finish(ExecutorService executor, Duration grace) throws InterruptedException {
        executor.shutdown();
        return executor.awaitTermination(grace.toNanos(), TimeUnit.NANOSECONDS);
    }
}
