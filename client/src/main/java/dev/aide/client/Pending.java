package dev.aide.client;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/** A call under way. To cancel it is to end it: it then holds a {@link FailureKind#CANCELLED} failure. */
final class Pending<T> extends CompletableFuture<Response<T>> {
    private final Exchange<T> exchange;
    private final AtomicBoolean settled = new AtomicBoolean();
    private volatile Future<?> running;

    Pending(Exchange<T> exchange) {
        this.exchange = exchange;
    }

    // what comes of it comes to this future
    @SuppressWarnings("FutureReturnValueIgnored")
    void follow(CompletableFuture<Outcome<T>> work) {
        running = work;
        work.whenComplete((outcome, error) -> {
            Runnable settling = () -> settle(() -> exchange.responseOf(outcome, error));
            if (error instanceof TimeoutException) {
                // hooks and callbacks must not hold the one thread that keeps the time for all of the JVM
                exchange.transport().runSoon(settling);
            } else {
                settling.run();
            }
        });
        if (settled.get()) {
            work.cancel(false);
        }
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return stop("cancelled by the caller");
    }

    boolean stop(String reason) {
        boolean stopped = settle(() -> exchange.abandoned(FailureKind.CANCELLED, reason, null));
        Future<?> work = running;
        if (stopped && work != null) {
            work.cancel(false);
        }
        return stopped;
    }

    boolean settle(Supplier<Response<T>> response) {
        if (!settled.compareAndSet(false, true)) {
            return false;
        }
        exchange.release();
        complete(exchange.finish(response.get()));
        return true;
    }
}
