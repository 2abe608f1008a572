package dev.aide.client;

import dev.failsafe.Failsafe;
import dev.failsafe.FailsafeException;
import dev.failsafe.FailsafeExecutor;
import dev.failsafe.RetryPolicy;
import dev.failsafe.Timeout;
import dev.failsafe.TimeoutExceededException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;

/** One call, from its first attempt to its response. */
final class Exchange<T> {
    private static final RetryPolicy<Outcome<?>> REPEAT = RetryPolicy.<Outcome<?>>builder()
            .handleResultIf(outcome -> outcome != null && outcome.retryIn() != null)
            .abortOn(Throwable.class)
            .withMaxRetries(-1)
            .withDelayFn(context -> context.getLastResult().retryIn())
            .build();
    private static final FailsafeExecutor<Outcome<?>> REPEATER = Failsafe.with(REPEAT);

    private final Transport transport;
    private final Plan<T> plan;
    private final Completion<T> completion;
    private final Destination destination;
    private final RetryDecision decision;
    private final long startedNanos = System.nanoTime();
    private final AtomicInteger numbers = new AtomicInteger();
    private final AtomicInteger retries = new AtomicInteger();
    private final List<Attempt> attempts = new CopyOnWriteArrayList<>();
    private final List<AttemptCall<T>> inFlight = new CopyOnWriteArrayList<>();
    // null while, and if, the call runs on its caller's thread
    private volatile Pending<T> pending;
    private volatile boolean finished;

    Exchange(Transport transport, Plan<T> plan, Completion<T> completion) {
        this.transport = transport;
        this.plan = plan;
        this.completion = completion;
        this.destination = transport.destination(plan);
        this.decision = new RetryDecision(plan, destination.budget(), Clock.systemUTC());
        destination.budget().recordCall();
    }

    Response<T> run() {
        transport.register(this);
        try {
            Outcome<T> outcome = REPEATER.get(this::attempt);
            return finish(outcome.response());
        } catch (FailsafeException e) {
            return finish(abandoned(FailureKind.CANCELLED, "interrupted while waiting to try again", e.getCause()));
        } finally {
            transport.unregister(this);
        }
    }

    CompletableFuture<Response<T>> start() {
        Pending<T> call = new Pending<>(this);
        pending = call;
        transport.register(this);
        try {
            Timeout<Outcome<?>> deadline =
                    Timeout.<Outcome<?>>builder(plan.deadline()).build();
            CompletableFuture<Outcome<T>> running =
                    Failsafe.with(deadline, REPEAT).with(transport.executor()).getStageAsync(this::attemptAsync);
            call.follow(running);
        } catch (RejectedExecutionException e) {
            call.settle(() -> abandoned(FailureKind.CANCELLED, "the client is closed", e));
        }
        return call;
    }

    /** Ends this call from outside, whichever way it runs. */
    void stop(String reason) {
        Pending<T> call = pending;
        if (call != null) {
            call.stop(reason);
        } else {
            finished = true;
            inFlight.forEach(AttemptCall::cancel);
        }
    }

    Response<T> responseOf(Outcome<T> outcome, Throwable error) {
        if (error == null) {
            return outcome.response();
        }
        if (error instanceof TimeoutExceededException) {
            return abandoned(
                    FailureKind.TIMEOUT,
                    "no answer from " + plan.url().host() + " within the deadline of " + plan.deadline(),
                    error);
        }
        if (transport.isClosed()) {
            return abandoned(FailureKind.CANCELLED, "the client is closed", error);
        }
        return abandoned(FailureKind.UNEXPECTED, "a defect in the HTTP client, please report it: " + error, error);
    }

    private Outcome<T> attempt() {
        AttemptCall<T> attempt = newAttempt();
        Answer<T> answer = attempt.execute();
        forget(attempt);
        return decide(answer);
    }

    private CompletableFuture<Outcome<T>> attemptAsync() {
        CompletableFuture<Answer<T>> answer =
                plan.hedged() ? new Hedge<>(this, transport.hedgeAfter()).start() : enqueue(newAttempt());
        return answer.thenApply(this::decide);
    }

    AttemptCall<T> newAttempt() {
        AttemptCall<T> attempt = new AttemptCall<>(this, numbers.incrementAndGet());
        inFlight.add(attempt);
        if (finished) {
            attempt.cancel();
        }
        return attempt;
    }

    void forget(AttemptCall<T> attempt) {
        inFlight.remove(attempt);
    }

    CompletableFuture<Answer<T>> enqueue(AttemptCall<T> attempt) {
        return attempt.enqueue().whenComplete((answer, error) -> forget(attempt));
    }

    private Outcome<T> decide(Answer<T> answer) {
        if (finished || !(answer.response() instanceof Failure<T> failure)) {
            return Outcome.last(answer.response());
        }
        Outcome<T> outcome = decision.decide(failure, answer.sent(), retries.get(), timeLeft());
        if (outcome.retryIn() != null) {
            retries.incrementAndGet();
        }
        return outcome;
    }

    /** The response of a call that ends before its attempts do; stops those. */
    Response<T> abandoned(FailureKind kind, String message, Throwable cause) {
        finished = true;
        inFlight.forEach(attempt -> attempt.abandon(kind, message));
        return new Failure<>(kind, message, 0, HeaderFields.none(), "", cause, List.of(), List.of());
    }

    Response<T> finish(Response<T> response) {
        finished = true;
        return completion.complete(response, List.copyOf(attempts), elapsed());
    }

    void release() {
        transport.unregister(this);
    }

    void record(Attempt attempt) {
        attempts.add(attempt);
    }

    Duration timeLeft() {
        Duration left = plan.deadline().minus(elapsed());
        return left.isNegative() ? Duration.ZERO : left;
    }

    Plan<T> plan() {
        return plan;
    }

    Transport transport() {
        return transport;
    }

    Destination destination() {
        return destination;
    }

    Hooks hooks() {
        return completion.hooks();
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
}
