package dev.aide.store.schedule;

import dev.aide.store.DaemonThreads;
import dev.aide.store.ErrorHook;
import dev.aide.store.Stoppable;
import dev.aide.store.TaskError;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Threads for work in the background, with one hook for all that goes wrong there. Safe for use by many threads.
 */
public final class BackgroundExecutor implements Stoppable {
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final ExecutorService threads;
    private final ErrorHook onError;

    private BackgroundExecutor(int threads, ErrorHook onError) {
        AtomicInteger number = new AtomicInteger();
        this.threads = Executors.newFixedThreadPool(
                threads, task -> new Thread(task, "aide-store-background-" + number.incrementAndGet()));
        this.onError = onError;
    }

    /**
     * Starts an executor.
     *
     * @param threads how many pieces of work run at once, at least 1
     * @param onError told of each piece of work that fails
     */
    public static BackgroundExecutor start(int threads, Consumer<TaskError> onError) {
        return new BackgroundExecutor(threads, ErrorHook.of(onError));
    }

    /**
     * Runs an action in the background.
     *
     * @param name what the error hook calls it
     * @param payload what the error hook is given with it, may be null
     * @return completes when the action has ended, exceptionally if it failed
     * @throws java.util.concurrent.RejectedExecutionException if the executor is closed
     */
    public CompletableFuture<Void> run(String name, Object payload, Schedule.Action action) {
        CompletableFuture<Void> ended = new CompletableFuture<>();
        threads.execute(() -> {
            try {
                action.run();
                ended.complete(null);
            } catch (Throwable e) {
                // the barrier: the thread goes on, the hook and the future hear of it
                ended.completeExceptionally(e);
                onError.report(TaskError.crashed(name, payload, e));
            }
        });
        return ended;
    }

    /** Accepts no more work and waits for what was accepted, at most half a minute, then interrupts it. */
    @Override
    public void stop() throws InterruptedException {
        try {
            DaemonThreads.finish(threads, GRACE);
        } finally {
            threads.shutdownNow();
        }
    }
}
