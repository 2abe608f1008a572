package dev.aide.server.limit;

import dev.aide.store.Database;
import dev.aide.store.Row;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The windows of all nodes, a row for each key: how many places were taken in the current slice and the sixteen before it.
 * One statement moves the window on, counts and takes, while it holds the row's lock; the database's clock, read under that
 * lock, says which slice it is. So the sum of seventeen slices never exceeds the limit, whoever asks. Keys are kept as
 * SHA-256: no addresses and no names, and no key too long for an index.
 *
 * <p>The table is UNLOGGED: it costs no log, and is empty after a crash of the database server.
 *
 * <p>Safe for use by many threads.
 */
final class LimitTable {
    private static final String CREATION = "CREATE UNLOGGED TABLE IF NOT EXISTS aide_limits (id BYTEA PRIMARY KEY,"
            + " slice BIGINT NOT NULL, counts INTEGER[] NOT NULL, granted INTEGER NOT NULL, moment BIGINT NOT NULL,"
            + " expires BIGINT NOT NULL) WITH (fillfactor = 50)";
    private static final String CLOCK = "CAST(extract(epoch FROM clock_timestamp()) * 1000000 AS BIGINT)";
    private static final String TAKE = """
            INSERT INTO aide_limits AS kept (id, slice, counts, granted, moment, expires)
            SELECT CAST(? AS BYTEA), now.moment / now.width, ARRAY[now.places], now.places, now.moment,
                   now.moment + 18 * now.width
              FROM (SELECT CAST(? AS INTEGER) AS places, CAST(? AS BIGINT) AS width, %1$s AS moment) now
            ON CONFLICT (id) DO UPDATE SET (slice, counts, granted, moment, expires) = (
              SELECT present.slice, ARRAY[past.counts[1] + answer.granted] || past.counts[2:17], answer.granted,
                     now.moment, now.moment + 18 * now.width
                FROM (SELECT CAST(? AS BIGINT) AS width, %1$s AS moment) now
               CROSS JOIN LATERAL (SELECT GREATEST(kept.slice, now.moment / now.width) AS slice) present
               CROSS JOIN LATERAL (SELECT (array_fill(0, ARRAY[CAST(LEAST(present.slice - kept.slice, 17) AS INTEGER)])
                                           || kept.counts)[1:17] AS counts) past
               CROSS JOIN LATERAL (SELECT sum(place) AS taken FROM unnest(past.counts) AS place) total
               CROSS JOIN LATERAL (SELECT CAST(GREATEST(0, LEAST(excluded.granted, CAST(? AS INTEGER) - total.taken))
                                               AS INTEGER) AS granted) answer)
            RETURNING granted, slice, moment,
                      (SELECT sum(place) FROM unnest(counts) AS place) AS taken,
                      (SELECT max(age) - 1 FROM unnest(counts) WITH ORDINALITY AS old (place, age) WHERE place > 0) AS oldest
            """.formatted(CLOCK);
    private static final String GIVE_BACK = """
            UPDATE aide_limits SET counts[slice - ? + 1] = counts[slice - ? + 1] - 1
             WHERE id = ? AND slice - ? BETWEEN 0 AND 16 AND counts[slice - ? + 1] > 0
            """;
    private static final long BETWEEN_PRUNINGS = TimeUnit.MINUTES.toNanos(1);

    private final Database database;
    private final PromptCalls calls;
    private final AtomicLong prunedAt = new AtomicLong(System.nanoTime());

    private LimitTable(Database database, PromptCalls calls) {
        this.database = database;
        this.calls = calls;
    }

    static LimitTable on(Database database, PromptCalls calls) {
        database.useTransaction(transaction -> {
            // IF NOT EXISTS alone does not keep two nodes that start at once from getting in each other's way
            transaction
                    .query("SELECT pg_advisory_xact_lock(hashtext('aide_limits'))")
                    .list();
            transaction.execute(CREATION);
        });
        return new LimitTable(database, calls);
    }

    /** Takes so many places, or as many as there are. */
    Lease take(String key, RateLimit limit, int places) {
        pruneIfDue();
        long width = TimeUnit.NANOSECONDS.toMicros(limit.window().toNanos()) / SlidingWindow.SLICES + 1;
        Row row = calls.call(() -> database.query(TAKE, id(key), places, width, width, limit.requests())
                .first()
                .orElseThrow());
        long slice = row.number("slice");
        long moment = row.number("moment");
        return new Lease(
                (int) row.number("granted"),
                limit.requests() - (int) row.number("taken"),
                slice,
                micros((slice + 1) * width - moment),
                micros((slice - row.number("oldest") + SlidingWindow.SLICES + 1) * width - moment));
    }

    private static Duration micros(long micros) {
        return Duration.of(micros, ChronoUnit.MICROS);
    }

    /** Frees a place that was taken in a slice; or leaves it taken, if the database can't be asked. */
    void giveBack(String key, long slice) {
        calls.attempt(() -> database.execute(GIVE_BACK, slice, slice, id(key), slice, slice));
    }

    boolean isReachable() {
        return calls.attempt(
                () -> database.query("SELECT 1 FROM aide_limits LIMIT 1").list());
    }

    private void pruneIfDue() {
        long last = prunedAt.get();
        long now = System.nanoTime();
        if (now - last > BETWEEN_PRUNINGS && prunedAt.compareAndSet(last, now)) {
            calls.later(this::prune);
        }
    }

    /** Deletes windows in which nothing is counted any more. */
    int prune() {
        return database.execute("DELETE FROM aide_limits WHERE expires < " + CLOCK);
    }

    private static byte[] id(String key) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("each JDK has SHA-256", e);
        }
    }
}
