package dev.aide.server.socket;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What one client has sent and waits to be handled: one after the other, in order. When much waits, the client is not read
 * any further.
 *
 * <p>Safe for use by many threads.
 */
final class Inbox {
    private static final Logger LOG = LoggerFactory.getLogger(Inbox.class);
    private static final CompletableFuture<Void> ROOM = CompletableFuture.completedFuture(null);

    private final Executor executor;
    private final int most;
    private final Queue<Supplier<CompletionStage<?>>> waiting = new ArrayDeque<>();
    private CompletableFuture<Void> room = ROOM;
    private boolean isRunning;
    private boolean isDraining;
    private boolean isClosed;

    Inbox(Executor executor, int most) {
        this.executor = executor;
        this.most = most;
    }

    /**
     * Adds a task; the next one begins when its stage is complete. What it throws is logged.
     *
     * @return completes when there is room for another
     */
    synchronized CompletionStage<Void> add(Supplier<CompletionStage<?>> task) {
        if (isDraining || isClosed) {
            return ROOM;
        }
        waiting.add(task);
        if (waiting.size() >= most && room.isDone()) {
            room = new CompletableFuture<>();
        }
        CompletableFuture<Void> answer = room;
        runNext();
        return answer;
    }

    /** Takes nothing more; completes when what was taken before is done. */
    synchronized CompletionStage<Void> drain() {
        CompletableFuture<Void> drained = new CompletableFuture<>();
        isDraining = true;
        waiting.add(() -> {
            drained.complete(null);
            return ROOM;
        });
        runNext();
        return drained;
    }

    /** Forgets what waits, and takes nothing more after this last task. */
    synchronized void close(Runnable last) {
        if (!isClosed) {
            isClosed = true;
            waiting.clear();
            waiting.add(() -> {
                last.run();
                return ROOM;
            });
            runNext();
        }
    }

    private synchronized void runNext() {
        if (!isRunning && !waiting.isEmpty()) {
            isRunning = true;
            Supplier<CompletionStage<?>> task = waiting.remove();
            CompletableFuture<Void> freed = ROOM;
            if (waiting.size() < most) {
                freed = room;
                room = ROOM;
            }
            executor.execute(begun(freed, task));
        }
    }

    /** Says outside of the lock that there is room: whoever waits for it reads on. */
    private Runnable begun(CompletableFuture<Void> freed, Supplier<CompletionStage<?>> task) {
        return () -> {
            freed.complete(null);
            handle(task).whenComplete((done, error) -> ran());
        };
    }

    private static CompletionStage<?> handle(Supplier<CompletionStage<?>> task) {
        try {
            return task.get();
        } catch (Throwable e) {
            // Errors too: what else the client sends would never be handled
            LOG.error("what a client has sent could not be handled", e);
            return ROOM;
        }
    }

    private synchronized void ran() {
        isRunning = false;
        runNext();
    }
}
