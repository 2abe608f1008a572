package dev.aide.agent.link;

import dev.aide.agent.baseline.Executions;
import dev.aide.agent.type.CheckCompiler;
import dev.aide.agent.type.Mismatch;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Folds the checks of a site into one handle of the site's type, which the JIT compiler inlines whole. */
final class Chain {
    private static final int MOST_SPREAD = 4;
    private static final MethodHandle[] REPORTS = new MethodHandle[MOST_SPREAD + 1];
    private static final MethodHandle REPORT_MANY;
    private static final MethodHandle COUNT;
    private static final MethodHandle COUNT_EXECUTION;

    static {
        MethodHandles.Lookup lookup = MethodHandles.lookup();
        try {
            for (int i = 1; i <= MOST_SPREAD; i++) {
                Class<?>[] mismatches = new Class<?>[i];
                java.util.Arrays.fill(mismatches, Mismatch.class);
                MethodType type = MethodType.methodType(void.class, SiteChecks.class, mismatches);
                REPORTS[i] = lookup.findStatic(Chain.class, "report", type);
            }
            REPORT_MANY = lookup.findStatic(
                    Chain.class, "reportMany", MethodType.methodType(void.class, SiteChecks.class, Mismatch[].class));
            COUNT_EXECUTION = lookup.findVirtual(Executions.class, "count", MethodType.methodType(void.class));
            COUNT = lookup.findVirtual(LongAdder.class, "increment", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("aide.jar is not whole", e);
        }
    }

    private Chain() {}

    /**
     * Folds.
     *
     * @param checks a handle for each value but the receiver
     * @param type the site's type: the values, then the receiver where it is given
     * @param calls counts the calls, or null not to count
     */
    static MethodHandle of(SiteChecks site, MethodHandle[] checks, MethodType type, LongAdder calls) {
        MethodHandle chain = isEmpty(checks) ? nothing(type) : folded(site, checks, type);
        return counting(chain, calls, site.executions());
    }

    /** Returns a handle that takes nothing and counts one more, in either counter that is not null. */
    static MethodHandle counting(LongAdder counter, Executions executions) {
        return counting(nothing(MethodType.methodType(void.class)), counter, executions);
    }

    private static MethodHandle counting(MethodHandle chain, LongAdder counter, Executions executions) {
        MethodHandle counted =
                executions == null ? chain : MethodHandles.foldArguments(chain, COUNT_EXECUTION.bindTo(executions));
        return counter == null ? counted : MethodHandles.foldArguments(counted, COUNT.bindTo(counter));
    }

    static MethodHandle nothing(MethodType type) {
        MethodHandle nothing = MethodHandles.constant(Object.class, null).asType(MethodType.methodType(void.class));
        return MethodHandles.dropArguments(nothing, 0, type.parameterList());
    }

    private static boolean isEmpty(MethodHandle[] checks) {
        for (MethodHandle check : checks) {
            if (check != CheckCompiler.nothing()) {
                return false;
            }
        }
        return true;
    }

    private static MethodHandle folded(SiteChecks site, MethodHandle[] checks, MethodType type) {
        MethodHandle report = checks.length <= MOST_SPREAD
                ? REPORTS[checks.length].bindTo(site)
                : REPORT_MANY.bindTo(site).asCollector(Mismatch[].class, checks.length);
        if (!site.takesReceiver()) {
            return MethodHandles.filterArguments(report, 0, checks);
        }
        int receiver = checks.length;
        List<Integer> order = new ArrayList<>();
        MethodHandle chain = report;
        for (int i = 0; i < checks.length; i++) {
            chain = MethodHandles.collectArguments(chain, order.size(), checks[i]);
            order.add(i);
            if (checks[i].type().parameterCount() == 2) {
                order.add(receiver);
            }
        }
        int[] reorder = new int[order.size()];
        for (int i = 0; i < reorder.length; i++) {
            reorder[i] = order.get(i);
        }
        return MethodHandles.permuteArguments(chain, type, reorder);
    }

    static void report(SiteChecks site, Mismatch first) {
        if (first != null) {
            site.report(first);
        }
    }

    static void report(SiteChecks site, Mismatch first, Mismatch second) {
        if (first != null || second != null) {
            site.report(first, second);
        }
    }

    static void report(SiteChecks site, Mismatch first, Mismatch second, Mismatch third) {
        if (first != null || second != null || third != null) {
            site.report(first, second, third);
        }
    }

    static void report(SiteChecks site, Mismatch first, Mismatch second, Mismatch third, Mismatch fourth) {
        if (first != null || second != null || third != null || fourth != null) {
            site.report(first, second, third, fourth);
        }
    }

    static void reportMany(SiteChecks site, Mismatch[] mismatches) {
        for (Mismatch mismatch : mismatches) {
            if (mismatch != null) {
                site.report(mismatches);
                return;
            }
        }
    }
}
