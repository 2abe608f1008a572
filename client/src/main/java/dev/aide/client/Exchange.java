package dev.aide.client;

import static java.util.concurrent.TimeUnit.NANOSECONDS;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** One call, from its first attempt to its response. */
final class Exchange<T> {
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
    private final CountDownLatch finished = new CountDownLatch(1);
    // null while, and if, the call runs on its caller's thread
    private volatile Pending<T> pending;

    Exchange(Transport transport, Plan<T> plan, Completion<T> completion) {
        this.transport = transport;
        this.plan = plan;
        this.completion = completion;
        this.destination = transport.destination(plan);
        this.decision = RetryDecision.of(plan, destination.budget());
        destination.budget().recordCall();
    }

    Response<T> run() {
        transport.register(this);
        try {
            return finish(attemptUntilDone());
        } finally {
            transport.unregister(this);
        }
    }

    CompletableFuture<Response<T>> start() {
        Pending<T> call = new Pending<>(this);
        pending = call;
        transport.register(this);
        call.follow(attemptAsync().orTimeout(plan.deadline().toNanos(), NANOSECONDS));
        return call;
    }

    /** Ends this call from outside, whichever way it runs. */
    void stop(String reason) {
        Pending<T> call = pending;
        if (call != null) {
            call.stop(reason);
        } else {
            finished.countDown();
            inFlight.forEach(AttemptCall::cancel);
        }
    }

    Response<T> responseOf(Outcome<T> outcome, Throwable error) {
        if (error == null) {
            return outcome.response();
        }
        if (error instanceof TimeoutException) {
            return abandoned(
                    FailureKind.TIMEOUT,
                    "no answer from " + plan.url().host() + " within the deadline of " + plan.deadline(),
                    error);
        }
        Throwable defect = error instanceof CompletionException ? error.getCause() : error;
        return abandoned(FailureKind.UNEXPECTED, FailureClassifier.defect(defect), defect);
    }

    private Response<T> attemptUntilDone() {
        try {
            Outcome<T> outcome = attempt();
            while (outcome.retryIn() != null) {
                if (finished.await(outcome.retryIn().toNanos(), NANOSECONDS)) {
                    return abandoned(FailureKind.CANCELLED, "the client is closed", null);
                }
                outcome = attempt();
            }
            return outcome.response();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return abandoned(FailureKind.CANCELLED, "interrupted while waiting to try again", e);
        } catch (Throwable e) {
            return responseOf(null, e);
        }
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
        return answer.thenApply(this::decide).thenCompose(this::againIfNeeded);
    }

    private CompletableFuture<Outcome<T>> againIfNeeded(Outcome<T> outcome) {
        if (outcome.retryIn() == null) {
            return CompletableFuture.completedFuture(outcome);
        }
        Executor later =
                CompletableFuture.delayedExecutor(outcome.retryIn().toNanos(), NANOSECONDS, transport.executor());
        // whoever finished the call meanwhile has given it its response
        return CompletableFuture.supplyAsync(() -> outcome, later)
                .thenCompose(waited -> isFinished() ? CompletableFuture.completedFuture(waited) : attemptAsync());
    }

    AttemptCall<T> newAttempt() {
        AttemptCall<T> attempt = new AttemptCall<>(this, numbers.incrementAndGet());
        inFlight.add(attempt);
        if (isFinished()) {
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
        if (isFinished() || !(answer.response() instanceof Failure<T> failure)) {
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
        finished.countDown();
        inFlight.forEach(attempt -> attempt.abandon(kind, message));
        return new Failure<>(kind, message, 0, HeaderFields.none(), "", cause, List.of(), List.of());
    }

    Response<T> finish(Response<T> response) {
        finished.countDown();
        return completion.complete(response, List.copyOf(attempts), elapsed());
    }

    private boolean isFinished() {
        return finished.getCount() == 0;
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
