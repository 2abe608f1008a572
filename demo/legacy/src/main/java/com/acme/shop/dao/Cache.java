package com.acme.shop.dao;

import java.util.LinkedHashMap;
import java.util.Map;

/** The least recently used entries go first. */
public class Cache {
    private final Map entries;
    private int hits;

    public Cache(final int capacity) {
        entries = new LinkedHashMap(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry eldest) {
                return size() > capacity;
            }
        };
    }

    public Object get(Object key) {
        Object value = entries.get(key);
        if (value != null) {
            hits++;
        }
        return value;
    }

    public void put(Object key, Object value) {
        entries.put(key, value);
    }

    public int getHits() {
        return hits;
    }
}
