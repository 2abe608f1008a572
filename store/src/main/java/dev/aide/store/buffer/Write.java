package dev.aide.store.buffer;

import dev.aide.store.Session;
import dev.aide.store.Work;
import java.util.concurrent.CompletableFuture;

/** One write that waits for its commit: what to do, and whom to tell. For the writer thread, but for the future. */
final class Write<T> {
    private final String task;
    private final Object payload;
    private final Work<T> work;
    private final CompletableFuture<T> future = new CompletableFuture<>();
    private T result;

    Write(String task, Object payload, Work<T> work) {
        this.task = task;
        this.payload = payload;
        this.work = work;
    }

    String task() {
        return task;
    }

    Object payload() {
        return payload;
    }

    CompletableFuture<T> future() {
        return future;
    }

    void apply(Session session) {
        result = work.with(session);
    }

    /** Tells the caller, now that the commit is durable. */
    void committed() {
        future.complete(result);
    }

    void failed(Throwable error) {
        future.completeExceptionally(error);
    }
}
