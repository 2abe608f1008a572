package dev.aide.agent.link;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** What the agent keeps of a woven class for as long as the class lives; safe for use by any thread. */
final class WovenClass {
    private final Map<Object, Boolean> kept = new ConcurrentHashMap<>();

    /** Notes that a method runs; true the first time. */
    boolean ran(String methodId) {
        return kept.putIfAbsent(methodId, Boolean.TRUE) == null;
    }

    /** Keeps an object from being collected before the class. */
    void keep(Object object) {
        kept.put(object, Boolean.TRUE);
    }
}
