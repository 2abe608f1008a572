package dev.aide.agent.weave;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** What came of transforming classes again. For use by one thread. */
final class Transformed {
    private final Map<String, String> refused = new TreeMap<>();
    private final Map<String, String> failed = new TreeMap<>();
    private int done;

    void isDone() {
        done++;
    }

    void isRefused(Class<?> type, Throwable why) {
        refused.put(type.getName(), why.toString());
    }

    void isFailed(Class<?> type, String why) {
        failed.put(type.getName(), why);
    }

    /** Returns how many classes were transformed. */
    int done() {
        return done;
    }

    /** Returns what the JVM refused to change, by name, and why: it is as it was before. */
    Map<String, String> refused() {
        return Collections.unmodifiableMap(refused);
    }

    /** Returns what could not be woven, by name, and why: it is as it would be without aide. */
    Map<String, String> failed() {
        return Collections.unmodifiableMap(failed);
    }
}
