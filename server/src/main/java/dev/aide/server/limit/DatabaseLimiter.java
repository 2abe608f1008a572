package dev.aide.server.limit;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

/**
 * Counts in a table, and remembers what this node has leased there for the 100,000 most used keys. A lease that is forgotten
 * counts as used. Safe for use by many threads.
 */
final class DatabaseLimiter implements Limiter {
    private static final int KEYS = 100_000;

    private final String name;
    private final RateLimit limit;
    private final LimitTable table;
    private final Cache<String, LeasedWindow> windows;

    DatabaseLimiter(String name, RateLimit limit, LimitTable table) {
        this.name = name;
        this.limit = limit;
        this.table = table;
        this.windows = Caffeine.newBuilder()
                .maximumSize(KEYS)
                .expireAfterAccess(limit.window().multipliedBy(2))
                .build();
    }

    @Override
    public Allowance take(String key) {
        return windows.get(key, this::window).take();
    }

    @Override
    public void giveBack(String key, Allowance granted) {
        LeasedWindow window = windows.getIfPresent(key);
        if (window != null) {
            window.giveBack(granted.slice());
        }
        table.giveBack(id(key), granted.slice());
    }

    private LeasedWindow window(String key) {
        return new LeasedWindow(limit, places -> table.take(id(key), limit, places), System::nanoTime);
    }

    private String id(String key) {
        return name + " " + key;
    }
}
