package dev.aide.server;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;

/** Whether a portal can answer: it is not stopping, and each check says yes. Safe for use by many threads. */
final class Readiness {
    private final Map<String, BooleanSupplier> checks;
    private final AtomicBoolean isStopping = new AtomicBoolean();

    Readiness(Map<String, BooleanSupplier> checks) {
        this.checks = Map.copyOf(checks);
    }

    void stopping() {
        isStopping.set(true);
    }

    boolean isStopping() {
        return isStopping.get();
    }

    /** What each check says; one that throws says no. */
    Map<String, Boolean> ask() {
        Map<String, Boolean> said = new TreeMap<>();
        checks.forEach((name, check) -> said.put(name, isFine(check)));
        return said;
    }

    private static boolean isFine(BooleanSupplier check) {
        try {
            return check.getAsBoolean();
        } catch (RuntimeException e) {
            return false;
        }
    }
}
