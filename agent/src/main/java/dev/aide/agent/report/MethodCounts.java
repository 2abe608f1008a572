package dev.aide.agent.report;

import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** How often each method ran ({@code aide.counts=true}); of classes of one name all together. Safe for use by any thread. */
public final class MethodCounts {
    private final ConcurrentMap<String, LongAdder> counters = new ConcurrentHashMap<>();

    /**
     * Returns what counts a method's executions.
     *
     * @param className the class's binary name
     * @param methodId the method's name and descriptor
     */
    public LongAdder counter(String className, String methodId) {
        String key = key(className, methodId);
        LongAdder counter = counters.get(key);
        if (counter == null) {
            LongAdder first = new LongAdder();
            LongAdder raced = counters.putIfAbsent(key, first);
            counter = raced == null ? first : raced;
        }
        return counter;
    }

    /** Returns how often a method ran so far. */
    long of(String className, String methodId) {
        LongAdder counter = counters.get(key(className, methodId));
        return counter == null ? 0 : counter.sum();
    }

    private static String key(String className, String methodId) {
        return className + '.' + methodId;
    }
}
