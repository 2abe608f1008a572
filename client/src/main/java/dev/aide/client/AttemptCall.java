package dev.aide.client;

import dev.aide.client.retry.Breaker;
import java.io.IOException;
import java.net.http.HttpHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.Request;
import okhttp3.Response;
import okio.BufferedSource;

/** One attempt of a call, with all its redirects, made on this thread or on OkHttp's. */
final class AttemptCall<T> {
    private final Exchange<T> exchange;
    private final Plan<T> plan;
    private final int number;
    private final Instant startedAt = Instant.now();
    private final long startedNanos = System.nanoTime();
    private final SentMark mark = new SentMark();
    private final FailureClassifier classifier;
    private final AtomicBoolean logged = new AtomicBoolean();
    // why the call ended before this attempt did
    private volatile FailureKind abandonedAs;
    private volatile boolean begun;
    private volatile Call call;
    private volatile Breaker permit;
    private volatile int status;
    private volatile HttpHeaders headers = HeaderFields.none();

    AttemptCall(Exchange<T> exchange, int number) {
        this.exchange = exchange;
        this.plan = exchange.plan();
        this.number = number;
        this.classifier = new FailureClassifier(plan.url().host());
    }

    Answer<T> execute() {
        try (Response response = open().execute()) {
            return received(response);
        } catch (Throwable e) {
            return failed(e);
        }
    }

    CompletableFuture<Answer<T>> enqueue() {
        CompletableFuture<Answer<T>> future = new CompletableFuture<>();
        try {
            open().enqueue(new Callback() {
                @Override
                public void onResponse(Call answered, Response response) {
                    future.complete(read(response));
                }

                @Override
                public void onFailure(Call failed, IOException e) {
                    future.complete(failed(e));
                }
            });
        } catch (Throwable e) {
            future.complete(failed(e));
        }
        return future;
    }

    void cancel() {
        end(FailureKind.CANCELLED);
    }

    /** Ends an attempt that nobody waits for any longer. */
    void abandon(FailureKind kind, String message) {
        log(kind, message);
        end(kind);
    }

    private void end(FailureKind kind) {
        abandonedAs = kind;
        Call open = call;
        if (open != null) {
            open.cancel();
        }
    }

    private Call open() throws IOException {
        Duration left = exchange.timeLeft();
        if (left.isZero()) {
            throw new CallException(FailureKind.TIMEOUT, "the deadline of the call has passed", null);
        }
        acquirePermit();
        Duration limit = left.compareTo(plan.attemptTimeout()) < 0 ? left : plan.attemptTimeout();
        Call opened = exchange.transport().newCall(request(limit));
        opened.timeout().timeout(limit.toNanos(), TimeUnit.NANOSECONDS);
        opened.addEventListener(mark);
        call = opened;
        if (abandonedAs != null) {
            opened.cancel();
        }
        return opened;
    }

    private void acquirePermit() throws CallException {
        Breaker breaker = exchange.destination().breaker().orElse(null);
        if (breaker != null && !breaker.tryAcquire()) {
            throw new CallException(
                    FailureKind.CIRCUIT_OPEN,
                    "not sent: " + plan.url().host() + " failed too often; tried again in "
                            + breaker.remainingOpen().toMillis() + " ms",
                    null);
        }
        permit = breaker;
    }

    private Request request(Duration limit) {
        TimeLimits limits = new TimeLimits(plan.readTimeout(), startedNanos + limit.toNanos());
        Request.Builder request = new Request.Builder()
                .url(plan.url())
                .headers(plan.headers())
                .method(plan.method().name(), plan.payload())
                .tag(Luggage.class, new Luggage(this::prepared, plan.auth(), limits));
        if (plan.headers().get("Accept-Encoding") == null) {
            request.header("Accept-Encoding", "gzip");
        }
        return request.build();
    }

    // on the thread that sends: a hook may block, and a handler looks at files
    private Request prepared(Request request) throws IOException {
        // OkHttp gives a queued call its turn though it was cancelled meanwhile
        if (abandonedAs != null) {
            throw new IOException("nobody waits for this attempt any longer");
        }
        begun = true;
        return plan.handler().prepare(hooked(request));
    }

    private Request hooked(Request request) throws CallException {
        OutgoingRequest outgoing = new OutgoingRequest(request);
        for (NamedHook<RequestHook> named : exchange.hooks().request()) {
            try {
                outgoing = named.hook().apply(outgoing);
            } catch (Throwable e) {
                throw new CallException(FailureKind.HOOK, "request hook \"" + named.name() + "\" threw " + e, e);
            }
            if (outgoing == null) {
                throw new CallException(
                        FailureKind.HOOK, "request hook \"" + named.name() + "\" returned no request", null);
            }
        }
        return outgoing.unwrap();
    }

    private Answer<T> read(Response response) {
        try (response) {
            return received(response);
        } catch (Throwable e) {
            return failed(e);
        }
    }

    private Answer<T> received(Response response) throws IOException {
        status = response.code();
        headers = HeaderFields.toHttpHeaders(response.headers());
        if (!plan.handler().accepts(status)) {
            String body = ResponseBodies.excerpt(response, ResponseBodies.open(response, Long.MAX_VALUE));
            return conclude(failure(FailureKind.HTTP, httpMessage(response), body, null));
        }
        long cap = plan.handler().isUnbounded()
                ? Long.MAX_VALUE
                : exchange.transport().maxResponseBytes();
        BufferedSource body = ResponseBodies.open(response, cap);
        T value = plan.handler().read(response, body);
        log(null, "HTTP " + status);
        tellBreaker(true);
        return new Answer<>(new Success<>(status, headers, value, List.of(), List.of()), true);
    }

    private String httpMessage(Response response) {
        String reason = response.message().isEmpty() ? "" : " " + response.message();
        return plan.url().host() + " answered HTTP " + status + reason;
    }

    private Answer<T> failed(Throwable e) {
        FailureKind ended = abandonedAs;
        FailureKind kind = ended != null ? ended : classifier.kind(e, mark.isConnected());
        String message = classifier.message(kind, e, mark.isConnected());
        return e instanceof CallException known
                ? conclude(failure(kind, message, known.body(), known.getCause()))
                : conclude(failure(kind, message, "", e));
    }

    private Failure<T> failure(FailureKind kind, String message, String body, Throwable cause) {
        if (kind != FailureKind.CIRCUIT_OPEN) {
            log(kind, message);
        }
        return new Failure<>(kind, message, status, headers, body, cause, List.of(), List.of());
    }

    private Answer<T> conclude(Failure<T> failure) {
        tellBreaker(failure.kind());
        return new Answer<>(failure, mark.isSent());
    }

    private void tellBreaker(FailureKind kind) {
        if (permit == null) {
            return;
        }
        if (!begun) {
            permit.recordNothing();
            return;
        }
        switch (kind) {
            case DNS, CONNECT, TLS, TIMEOUT, NETWORK -> permit.recordFailure();
            case HTTP -> tellBreaker(status < 500);
            default -> {
                if (status > 0) {
                    permit.recordSuccess();
                } else {
                    permit.recordNothing();
                }
            }
        }
    }

    private void tellBreaker(boolean hostIsWell) {
        if (permit == null) {
            return;
        }
        if (hostIsWell) {
            permit.recordSuccess();
        } else {
            permit.recordFailure();
        }
    }

    private void log(FailureKind kind, String message) {
        if (logged.compareAndSet(false, true)) {
            exchange.record(new Attempt(number, startedAt, elapsed(), status, kind, message));
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
