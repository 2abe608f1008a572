package dev.aide.server.limit;

import dev.aide.server.http.HttpError;
import dev.aide.store.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Calls a database on threads of its own, so that nobody waits for one that is away: after a while the answer is 503, and then
 * at once for a moment, before the database is tried again.
 *
 * <p>Safe for use by many threads.
 */
final class PromptCalls {
    private static final Logger LOG = LoggerFactory.getLogger(PromptCalls.class);
    // as many as a database has connections by default
    private static final int AT_ONCE = 8;
    private static final int WAITING = 1_000;

    private final Duration mostWait;
    private final Duration pause;
    private final ExecutorService threads;
    private volatile boolean isAway;
    private volatile long failedAt;

    PromptCalls(Duration mostWait, Duration pause) {
        this.mostWait = mostWait;
        this.pause = pause;
        this.threads = threads();
    }

    private static ExecutorService threads() {
        ThreadPoolExecutor pool = new ThreadPoolExecutor(
                AT_ONCE,
                AT_ONCE,
                1,
                TimeUnit.MINUTES,
                new LinkedBlockingQueue<>(WAITING),
                DaemonThreads.named("limits"));
        // nobody closes it: threads that are not needed end by themselves
        pool.allowCoreThreadTimeOut(true);
        return pool;
    }

    /**
     * Calls, and waits for the answer.
     *
     * @throws HttpError 503 if there is none in time
     */
    <T> T call(Supplier<T> work) {
        if (isAway && System.nanoTime() - failedAt < pause.toNanos()) {
            throw away();
        }
        Future<T> future = submitted(work);
        try {
            T answer = future.get(mostWait.toNanos(), TimeUnit.NANOSECONDS);
            isAway = false;
            return answer;
        } catch (ExecutionException e) {
            throw failed(String.valueOf(e.getCause().getMessage()));
        } catch (TimeoutException e) {
            // what has not begun must not count a place for a request that was refused
            future.cancel(false);
            throw failed("it does not answer in time");
        } catch (InterruptedException e) {
            future.cancel(false);
            Thread.currentThread().interrupt();
            throw away();
        }
    }

    private <T> Future<T> submitted(Supplier<T> work) {
        try {
            return threads.submit(work::get);
        } catch (RejectedExecutionException e) {
            throw failed("it does not answer in time");
        }
    }

    private HttpError failed(String why) {
        failedAt = System.nanoTime();
        if (!isAway) {
            isAway = true;
            LOG.warn("requests with a limit get 503 now, the limits' database can't be asked: {}", why);
        }
        return away();
    }

    private HttpError away() {
        return HttpError.unavailable("requests can't be counted now; try again in a moment", pause);
    }

    /** Calls without waiting; what fails is for another time. */
    void later(Runnable work) {
        try {
            threads.execute(() -> attemptHere(work));
        } catch (RejectedExecutionException e) {
            LOG.debug("the limits' database is too busy for what can wait", e);
        }
    }

    private static void attemptHere(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException e) {
            LOG.debug("the limits' database can't be asked for what can wait", e);
        }
    }

    /** Calls, and says whether it went well. */
    boolean attempt(Supplier<?> work) {
        try {
            call(work);
            return true;
        } catch (HttpError e) {
            return false;
        }
    }
}
