package dev.aide.agent.weave;

import java.util.HashMap;
import java.util.Map;
import java.util.WeakHashMap;

/** How many methods of each class are woven, so that a class that is transformed again counts once. Safe for use by any thread. */
final class WovenMethods {
    private final Map<ClassLoader, Map<String, Integer>> byLoader = new WeakHashMap<>();

    /** Tells whether a class was seen before. */
    synchronized boolean know(ClassLoader loader, String name) {
        Map<String, Integer> ofLoader = byLoader.get(loader);
        return ofLoader != null && ofLoader.containsKey(name);
    }

    /** Tells whether methods of a class are woven now. */
    synchronized boolean hold(ClassLoader loader, String name) {
        Map<String, Integer> ofLoader = byLoader.get(loader);
        Integer methods = ofLoader == null ? null : ofLoader.get(name);
        return methods != null && methods > 0;
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
