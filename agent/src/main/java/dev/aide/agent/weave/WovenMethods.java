package dev.aide.agent.weave;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/** How many methods of each class are woven, so that a class that is transformed again counts once. Safe for use by any thread. */
final class WovenMethods {
    /** Noted of a class that could not be woven, and is as it would be without aide. */
    static final Integer FAILED = -1;

    private final Map<ClassLoader, Map<String, Integer>> byLoader = new WeakHashMap<>();

    /** Tells whether a class was seen before. */
    synchronized boolean know(ClassLoader loader, String name) {
        return of(loader, name) != null;
    }

    /** Tells whether methods of a class are woven now. */
    synchronized boolean hold(ClassLoader loader, String name) {
        Integer methods = of(loader, name);
        return methods != null && methods > 0;
    }

    /** Returns what was noted of a class; null where nothing was. */
    synchronized Integer of(ClassLoader loader, String name) {
        Map<String, Integer> ofLoader = byLoader.get(loader);
        return ofLoader == null ? null : ofLoader.get(name);
    }

    /** Notes a class and returns what was noted of it before; null the first time. */
    synchronized Integer put(ClassLoader loader, String name, int methods) {
        Map<String, Integer> ofLoader = byLoader.get(loader);
        if (ofLoader == null) {
            ofLoader = new HashMap<>();
            byLoader.put(loader, ofLoader);
        }
        return ofLoader.put(name, methods);
    }
}
