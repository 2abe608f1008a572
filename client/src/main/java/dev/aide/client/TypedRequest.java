package dev.aide.client;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A request that knows what is to come back.
 *
 * <p>Not thread-safe.
 *
 * @param <T> the type of the data
 */
public final class TypedRequest<T> {
    private final HttpClient client;
    private final RequestBuilder request;
    private final Function<CallbackErrors, BodyHandler<T>> handler;
    private final Duration attemptTimeout;
    private Consumer<? super Success<T>> onSuccess = success -> {};
    private Consumer<? super Failure<T>> onError = failure -> {};

    TypedRequest(
            HttpClient client,
            RequestBuilder request,
            Function<CallbackErrors, BodyHandler<T>> handler,
            Duration attemptTimeout) {
        this.client = client;
        this.request = request;
        this.handler = handler;
        this.attemptTimeout = attemptTimeout;
    }

    /**
     * Calls back when the call succeeded, before its response is returned. What the callback throws is in the log and in
     * {@link Response#callbackErrors()}.
     *
     * @param callback is given the response
     * @return this
     */
    public TypedRequest<T> onSuccess(Consumer<? super Success<T>> callback) {
        onSuccess = requireNonNull(callback, "callback");
        return this;
    }

    /**
     * Calls back when the call failed, in the same way.
     *
     * @param callback is given the response
     * @return this
     */
    public TypedRequest<T> onError(Consumer<? super Failure<T>> callback) {
        onError = requireNonNull(callback, "callback");
        return this;
    }

    /**
     * Sends the request and waits, on this thread. If the thread is interrupted, the response is a CANCELLED failure, as
     * soon as the network wakes it, and the thread stays interrupted.
     *
     * @return what came, never null
     * @throws IllegalArgumentException if the path is not an address or misses a value; nothing was sent then
     */
    public Response<T> send() {
        Plan<T> plan = plan();
        return plan.hedged()
                ? await(client.exchange(plan).start())
                : client.exchange(plan).run();
    }

    /**
     * Sends the request without waiting. To cancel the future cancels the call: it then holds a CANCELLED failure, and
     * {@code isCancelled} is false, since it came to a response as every call does.
     *
     * @return what will come; never completes exceptionally
     * @throws IllegalArgumentException if the path is not an address or misses a value; nothing was sent then
     */
    public CompletableFuture<Response<T>> sendAsync() {
        return client.exchange(plan()).start();
    }

    private Plan<T> plan() {
        return request.plan(handler, attemptTimeout, onSuccess, onError);
    }

    private static <T> Response<T> await(CompletableFuture<Response<T>> call) {
        try {
            return call.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            call.cancel(true);
            return call.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call completes with a response only", e);
        }
    }
}
