package dev.aide.store.schedule;

import java.time.Duration;
import java.time.Instant;

/**
 * Where a schedule stands. Immutable.
 *
 * @param due its next time, or null when there is none
 * @param claim how many runs were claimed; it tells one claim from the next
 * @param leaseUntil while it runs: until when its claim is taken for alive; else null
 */
record RunState(Instant due, long claim, Instant leaseUntil) {

    boolean isDue(Instant now) {
        return due != null && !due.isAfter(now);
    }

    // a lease that ends later than any that is given now is from before the clock was set back
    boolean isRunning(Instant now, Duration lease) {
        return leaseUntil != null && leaseUntil.isAfter(now) && !leaseUntil.isAfter(now.plus(lease.multipliedBy(2)));
    }
}
