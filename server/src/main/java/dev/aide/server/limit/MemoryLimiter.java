package dev.aide.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.aide.server.limit.SlidingWindow.Took;
import java.util.function.LongSupplier;

/**
 * Applies a rate limit to each key by itself, in this process's memory. It remembers 100,000 keys, the most used ones.
 *
 * <p>Safe for use by many threads: what is granted is never more than the limit.
 */
public final class Limiter {
    private static final int KEYS = 100_000;

    private final RateLimit limit;
    private final LongSupplier nanos;
    private final Cache<String, SlidingWindow> windows;

    /**
     * Starts with nothing counted.
     *
     * @param limit the limit
     * @param nanos a clock like {@link System#nanoTime}
     */
    public Limiter(RateLimit limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
        this.windows = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(limit.window().multipliedBy(2))
                .ticker(nanos::getAsLong)
                .build();
    }

    /** Counts a request of this key, unless its limit is reached. */
    public Allowance take(String key) {
        Took took = window(key).take(nanos.getAsLong());
        return new Allowance(limit, took.isGranted(), took.remaining(), took.reset());
    }

    /** Forgets the latest request counted for this key. */
    public void giveBack(String key) {
        window(key).giveBack();
    }

    private SlidingWindow window(String key) {
        return windows.get(key, unused -> new SlidingWindow(limit.requests(), limit.window()));
    }
}
