package dev.aide.server.limit;

import java.time.Duration;
import java.util.function.IntFunction;
import java.util.function.LongSupplier;

/**
 * One key's limit on this node. It leases places of the current slice in the database and spends them from memory until that
 * slice ends; what is not spent by then counts as used. A lease is one place at first, and then a quarter of what was spent
 * and not given back in the slice: so at most a fifth of the limit is lost that way, and nothing of a key that is seldom used.
 *
 * <p>Safe for use by many threads; while one asks the database, the others of the same key wait for what it leases.
 */
final class LeasedWindow {
    private static final int SPENT_FOR_ONE_LEASED = 4;
    private static final Duration REFUSAL_KEPT = Duration.ofSeconds(1);

    private final RateLimit limit;
    private final IntFunction<Lease> source;
    private final LongSupplier nanos;
    private Lease lease = new Lease(0, 0, Long.MIN_VALUE, Duration.ZERO, Duration.ZERO);
    private long leasedAt;
    private int left;
    private int spent;

    LeasedWindow(RateLimit limit, IntFunction<Lease> source, LongSupplier nanos) {
        this.limit = limit;
        this.source = source;
        this.nanos = nanos;
        this.leasedAt = nanos.getAsLong();
    }

    synchronized Allowance take() {
        long now = nanos.getAsLong();
        Duration age = Duration.ofNanos(now - leasedAt);
        boolean isKept = age.compareTo(lease.places() > 0 ? lease.length() : refusalKept()) < 0;
        boolean isSpent = left == 0 && lease.places() > 0;
        if (!isKept || isSpent) {
            renew(now, isKept ? Math.max(1, spent / SPENT_FOR_ONE_LEASED) : 1);
            age = Duration.ZERO;
        }
        boolean isGranted = left > 0;
        if (isGranted) {
            left--;
            spent++;
        }
        return new Allowance(
                limit, isGranted, lease.remaining() + left, lease.reset().minus(age), lease.slice());
    }

    /** A place of a slice was given back: it says nothing of how many will be needed. */
    synchronized void giveBack(long slice) {
        if (slice == lease.slice()) {
            spent--;
        }
    }

    /** A caller who comes again and again is refused from memory; not for long, since a place may be given back. */
    private Duration refusalKept() {
        return lease.reset().compareTo(REFUSAL_KEPT) < 0 ? lease.reset() : REFUSAL_KEPT;
    }

    private void renew(long now, int places) {
        long slice = lease.slice();
        lease = source.apply(places);
        // the moment before the database was asked, so that the lease ends here before its slice does there
        leasedAt = now;
        left = lease.places();
        spent = lease.slice() == slice ? spent : 0;
    }
}
