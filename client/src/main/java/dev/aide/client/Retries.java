package dev.aide.client;

import dev.aide.client.retry.Backoff;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.LongUnaryOperator;
import java.util.stream.Collectors;

/**
 * What is tried again, how often and when. A request that a server may have seen is sent again only if its method is
 * idempotent or it carries an Idempotency-Key; one that was never sent (connection refused) always may be.
 *
 * <p>Immutable and safe for use by any thread.
 */
public final class Retries {
    private static final Set<Integer> STATUSES = Set.of(408, 413, 425, 429, 500, 502, 503, 504);
    private static final Set<FailureKind> KINDS =
            EnumSet.of(FailureKind.DNS, FailureKind.CONNECT, FailureKind.TIMEOUT, FailureKind.NETWORK);

    private final int max;
    private final Backoff backoff;
    private final boolean jitter;
    private final Set<Integer> statuses;
    private final Set<FailureKind> kinds;
    private final Duration retryAfterCap;
    private final double budgetRatio;
    private final int budgetFloor;

    private Retries(
            int max,
            Backoff backoff,
            boolean jitter,
            Set<Integer> statuses,
            Set<FailureKind> kinds,
            Duration retryAfterCap,
            double budgetRatio,
            int budgetFloor) {
        this.max = max;
        this.backoff = backoff;
        this.jitter = jitter;
        this.statuses = statuses;
        this.kinds = kinds;
        this.retryAfterCap = retryAfterCap;
        this.budgetRatio = budgetRatio;
        this.budgetFloor = budgetFloor;
    }

    /**
     * No retries.
     *
     * @return retries that never happen
     */
    public static Retries none() {
        return upTo(0);
    }

    /**
     * Retries after 200 ms, 400 ms, 800 ms … at most 10 s, with full jitter; after DNS, CONNECT, TIMEOUT and NETWORK
     * failures and the statuses 408, 413, 425, 429, 500, 502, 503, 504; as Retry-After says, at most 30 s; within a
     * budget of 20 % of the calls to that host in ten seconds, plus 10.
     *
     * @param max retries per call, not counting the first attempt
     * @return the default with that number
     * @throws IllegalArgumentException if the number is negative
     */
    public static Retries upTo(int max) {
        if (max < 0) {
            throw new IllegalArgumentException("the number of retries is 0 or more, not " + max);
        }
        Backoff backoff = Backoff.exponential(Duration.ofMillis(200)).atMost(Duration.ofSeconds(10));
        return new Retries(max, backoff, true, STATUSES, KINDS, Duration.ofSeconds(30), 0.2, 10);
    }

    /**
     * Changes the waits.
     *
     * @param waits how long to wait before each retry
     * @return a changed copy
     */
    public Retries backoff(Backoff waits) {
        return new Retries(max, waits, jitter, statuses, kinds, retryAfterCap, budgetRatio, budgetFloor);
    }

    /**
     * Waits exactly as the backoff says. With jitter, the default, a wait is a random time up to that.
     *
     * @return a changed copy
     */
    public Retries withoutJitter() {
        return new Retries(max, backoff, false, statuses, kinds, retryAfterCap, budgetRatio, budgetFloor);
    }

    /**
     * Changes which statuses are tried again.
     *
     * @param codes statuses, instead of the default
     * @return a changed copy
     */
    public Retries onStatuses(int... codes) {
        Set<Integer> set = Arrays.stream(codes).boxed().collect(Collectors.toUnmodifiableSet());
        return new Retries(max, backoff, jitter, set, kinds, retryAfterCap, budgetRatio, budgetFloor);
    }

    /**
     * Changes which failures are tried again.
     *
     * @param failures kinds of failure, instead of the default; {@link FailureKind#HTTP} is governed by the statuses
     * @return a changed copy
     */
    public Retries onFailures(FailureKind... failures) {
        return new Retries(max, backoff, jitter, statuses, Set.of(failures), retryAfterCap, budgetRatio, budgetFloor);
    }

    /**
     * Changes how long a Retry-After header may make a call wait.
     *
     * @param cap the longest wait; a longer one is cut to it
     * @return a changed copy
     */
    public Retries retryAfterCap(Duration cap) {
        return new Retries(max, backoff, jitter, statuses, kinds, cap, budgetRatio, budgetFloor);
    }

    /**
     * Changes the share of the calls to a host, in ten seconds, that may be retries.
     *
     * @param ratio 0.2 means one retry for five calls
     * @return a changed copy
     */
    public Retries budgetRatio(double ratio) {
        return new Retries(max, backoff, jitter, statuses, kinds, retryAfterCap, ratio, budgetFloor);
    }

    /**
     * Changes how many retries in ten seconds are allowed however few calls there are.
     *
     * @param floor a number of retries
     * @return a changed copy
     */
    public Retries budgetFloor(int floor) {
        return new Retries(max, backoff, jitter, statuses, kinds, retryAfterCap, budgetRatio, floor);
    }

    int max() {
        return max;
    }

    double budgetRatio() {
        return budgetRatio;
    }

    int budgetFloor() {
        return budgetFloor;
    }

    boolean covers(Failure<?> failure) {
        return failure.kind() == FailureKind.HTTP
                ? statuses.contains(failure.status())
                : kinds.contains(failure.kind());
    }

    /** Full jitter: any wait from none to the whole of it is as likely as any other. */
    Duration waitBefore(int retry, LongUnaryOperator random) {
        long nanos = backoff.before(retry).toNanos();
        return Duration.ofNanos(jitter && nanos > 0 ? random.applyAsLong(nanos + 1) : nanos);
    }

    Duration cap(Duration retryAfter) {
        return retryAfter.compareTo(retryAfterCap) > 0 ? retryAfterCap : retryAfter;
    }
}
