package dev.aide.junit;

import java.util.function.Supplier;
import org.junit.jupiter.api.function.Executable;

/**
 * Watches for violations while a test runs; a test of an {@link Enforced} class takes one as a parameter.
 *
 * <p>Thread-safe, but what other threads do meanwhile is seen too.
 */
public final class ViolationWatch {
    private final Supplier<Violations> all;
    private final Violations before;
    private Violations expected = Violations.of(java.util.List.of());

    ViolationWatch(Supplier<Violations> all) {
        this.all = all;
        this.before = all.get();
    }

    /**
     * Runs a part of the test that is expected to break contracts: what happens in it does not fail the test, and is returned
     * to be asserted. An exception by which the agent refused a call ends the part, and no more.
     *
     * @throws AssertionError if the part throws anything else, with that as its cause
     */
    public synchronized Violations expectIn(Executable part) {
        Violations start = all.get();
        try {
            part.execute();
        } catch (Throwable thrown) {
            if (!isRefusal(thrown)) {
                throw new AssertionError("it was expected to break contracts, and threw " + thrown, thrown);
            }
        }
        Violations happened = all.get().since(start);
        expected = expected.and(happened);
        return happened;
    }

    /** Returns what happened since the test began and was not expected. */
    public synchronized Violations unexpected() {
        return all.get().since(before.and(expected));
    }

    /** Tells whether the agent's exception is behind it; by name, since the agent's classes are on no class path of tests. */
    private static boolean isRefusal(Throwable thrown) {
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            for (Class<?> implemented : each.getClass().getInterfaces()) {
                if (implemented.getName().equals("dev.aide.Violation")) {
                    return true;
                }
            }
        }
        return false;
    }
}
