package dev.aide.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.function.LongSupplier;

/** Counts in this process's memory. It remembers 100,000 keys, the most used ones. Safe for use by many threads. */
final class MemoryLimiter implements Limiter {
    private static final int KEYS = 100_000;

    private final RateLimit limit;
    private final LongSupplier nanos;
    private final Cache<String, SlidingWindow> windows;

    MemoryLimiter(RateLimit limit, LongSupplier nanos) {
        this.limit = limit;
        this.nanos = nanos;
        this.windows = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(limit.window().multipliedBy(2))
                .ticker(nanos::getAsLong)
                .build();
    }

    @Override
    public Allowance take(String key) {
        return window(key).take(nanos.getAsLong());
    }

    @Override
    public void giveBack(String key, Allowance granted) {
        window(key).giveBack(granted.slice());
    }

    private SlidingWindow window(String key) {
        return windows.get(key, unused -> new SlidingWindow(limit));
    }
}
