package dev.aide.agent.report;

import dev.aide.agent.config.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/** One kind of violation as it happens, however often. Safe for use by any thread. */
final class Finding {
    static final int MOST_CALLERS = 5;

    /** So often, and then each time that the count has doubled, it is looked who calls: a stack costs microseconds. */
    private static final int MOST_LOOKS = 32;

    private static final int MILLIS = 1_000;

    private final Kind kind;
    private final boolean isKnown;
    /** Null where executions are not counted. */
    private final MethodCounts methods;

    private final long firstMillis = System.currentTimeMillis();
    private final LongAdder count = new LongAdder();
    private final List<StackTraceElement> callers = new ArrayList<>();
    private final AtomicBoolean isPrinted = new AtomicBoolean();
    private volatile long lastMillis = firstMillis;
    private volatile Level level;

    /**
     * Starts a finding that did not happen yet.
     *
     * @param isKnown whether the baseline lists it: then it neither prints nor throws
     * @param methods how often methods ran, or null
     */
    Finding(Kind kind, Level level, boolean isKnown, MethodCounts methods) {
        this.methods = methods;
        this.kind = kind;
        this.level = level;
        this.isKnown = isKnown;
    }

    /** Returns the same finding, as if it had not happened yet. */
    Finding anew() {
        return new Finding(kind, level, isKnown, methods);
    }

    Kind kind() {
        return kind;
    }

    /** Returns the level that held when it happened last. */
    Level level() {
        return level;
    }

    boolean isKnown() {
        return isKnown;
    }

    long count() {
        return count.sum();
    }

    /** Returns how often its method ran, or {@link ReportedFinding#NOT_COUNTED}. */
    long executions() {
        return methods == null ? ReportedFinding.NOT_COUNTED : methods.of(kind.className(), kind.methodId());
    }

    /** Returns when it happened first, in milliseconds since 1970. */
    long firstMillis() {
        return firstMillis;
    }

    /** Returns when it happened last, to about a second. */
    long lastMillis() {
        return lastMillis;
    }

    /** Returns the first few places that it was called from, all different; empty where only the JVM called. */
    List<StackTraceElement> callers() {
        synchronized (callers) {
            return new ArrayList<>(callers);
        }
    }

    /** Counts one more, under a level that may be another than before. */
    void happened(Level held) {
        count.increment();
        if (level != held) {
            level = held;
        }
        long now = System.currentTimeMillis();
        // not each time: a write that all threads share would cost more than the count
        if (now - lastMillis >= MILLIS) {
            lastMillis = now;
        }
    }

    /** Tells whether it is still to be printed; true once. */
    boolean takePrinting() {
        return isPrinted.compareAndSet(false, true);
    }

    /** Tells whether it is worth a look at the stack to see who calls. */
    boolean wantsCaller() {
        long times = count.sum();
        return times <= MOST_LOOKS || Long.bitCount(times) == 1;
    }

    void calledFrom(StackTraceElement caller) {
        synchronized (callers) {
            if (caller != null && callers.size() < MOST_CALLERS && !callers.contains(caller)) {
                callers.add(caller);
            }
        }
    }
}
