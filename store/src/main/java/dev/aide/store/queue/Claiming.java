package dev.aide.store.queue;

import dev.aide.store.Session;
import java.util.Comparator;
import java.util.List;

/**
 * How jobs of one queue are claimed: what is due becomes ready, what is ready is claimed, in the caller's transaction.
 * Immutable.
 */
final class Claiming {
    // clocks of several machines may differ by this much
    private static final long CLOCK_TOLERANCE_MILLIS = 60_000;
    private static final int AT_ONCE = 1_000;

    private final String queue;
    private final QueueOptions options;
    private final String claim;
    private final String ready;
    private final String back;

    Claiming(String queue, QueueOptions options, String skipLocked) {
        this.queue = queue;
        this.options = options;
        claim = claimSql(skipLocked);
        ready = "UPDATE aide_job SET state = 'ready' WHERE id IN (SELECT id FROM aide_job WHERE queue = ?"
                + " AND state = 'scheduled' AND run_at <= ? ORDER BY run_at LIMIT ?" + skipLocked + ")";
        // a claim from the future means that the clock was set back: its lease would last too long
        back = "UPDATE aide_job SET state = CASE WHEN attempts < max_attempts THEN 'ready' ELSE 'dead' END,"
                + " finished_at = CASE WHEN attempts < max_attempts THEN NULL ELSE CAST(? AS BIGINT) END,"
                + " error = 'the lease ran out: the worker died or stalled', lease_until = NULL"
                + " WHERE id IN (SELECT id FROM aide_job WHERE queue = ? AND state = 'claimed'"
                + " AND (lease_until <= ? OR claimed_at > ?) LIMIT ?" + skipLocked + ")";
    }

    static String claimSql(String skipLocked) {
        return "WITH picked AS MATERIALIZED (SELECT id FROM aide_job WHERE queue = ? AND state = 'ready'"
                + " AND NOT EXISTS (SELECT 1 FROM aide_queue WHERE name = ? AND paused)"
                + " ORDER BY priority DESC, id LIMIT ?" + skipLocked + ")"
                + " UPDATE aide_job SET state = 'claimed', claim = claim + 1,"
                + " attempts = attempts + 1, claimed_at = ?, lease_until = ?"
                + " WHERE id IN (SELECT id FROM picked)"
                + " RETURNING id, claim, attempts, max_attempts, priority, payload";
    }

    List<Claim> claim(Session session, int atMost) {
        long now = options.clock().millis();
        session.execute(ready, queue, now, AT_ONCE);
        session.execute(back, now, queue, now, now + CLOCK_TOLERANCE_MILLIS, AT_ONCE);
        return session
                .query(claim, queue, queue, atMost, now, now + options.lease().toMillis())
                .list()
                .stream()
                .map(Claim::of)
                // the order of RETURNING is not that of the sub-select
                .sorted(Comparator.comparing(Claim::priority).reversed().thenComparing(Claim::id))
                .toList();
    }
}
