package dev.aide.client;

import dev.aide.client.auth.Auth;
import java.time.Duration;
import java.util.function.Consumer;
import okhttp3.Headers;
import okhttp3.HttpUrl;

/** What a call is to do: the immutable outcome of a request builder. */
record Plan<T>(
        Method method,
        String route,
        HttpUrl url,
        Headers headers,
        Payload payload,
        Auth auth,
        BodyHandler<T> handler,
        Retries retries,
        Duration readTimeout,
        Duration attemptTimeout,
        Duration deadline,
        boolean hedged,
        boolean silent,
        Consumer<? super Success<T>> onSuccess,
        Consumer<? super Failure<T>> onError,
        CallbackErrors callbackErrors) {

    /** Whether the server may see this request twice. */
    boolean isRepeatable() {
        return method.isIdempotent() || headers.get(RequestBuilder.IDEMPOTENCY_KEY) != null;
    }
}
