package dev.aide.agent.link;

import dev.aide.agent.config.Levels;
import dev.aide.agent.report.Coverage;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * A woven invokedynamic: settles on its checks with the first call, and anew with the first one after a switch. Safe for use
 * by any thread; no lock is held while types are resolved.
 */
final class Site extends MutableCallSite implements Switched {
    private static final MethodHandle FIRST;

    static {
        try {
            FIRST = MethodHandles.lookup()
                    .findVirtual(Site.class, "first", MethodType.methodType(void.class, Object[].class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("aide.jar is not whole", e);
        }
    }

    private final SiteChecks checks;
    private final Coverage coverage;

    Site(MethodType type, SiteChecks checks, Coverage coverage) {
        super(type);
        this.checks = checks;
        this.coverage = coverage;
        setTarget(unsettled());
    }

    @Override
    public synchronized boolean relink(Levels before, Levels now) {
        boolean differs = checks.differ(before, now);
        if (differs) {
            setTarget(unsettled());
        }
        return differs;
    }

    void first(Object[] values) throws Throwable {
        Levels levels = checks.levels();
        MethodHandle[] compiled;
        try {
            compiled = checks.compile(values, levels);
            if (compiled == null) {
                return;
            }
            if (SiteChecks.areOff(compiled)) {
                settle(levels, Chain.nothing(type()));
                return;
            }
            settle(levels, Chain.of(checks, compiled, type(), checks.countsCalls() ? coverage.calls() : null));
        } catch (Throwable e) {
            coverage.linkFailed(e);
            settle(levels, Chain.nothing(type()));
            return;
        }
        if (checks.countsCalls()) {
            coverage.called();
        }
        checks.examine(compiled, values);
    }

    private MethodHandle unsettled() {
        return FIRST.bindTo(this).asCollector(Object[].class, type().parameterCount());
    }

    /** Settles, unless other levels hold by now: then the next call compiles anew. */
    private synchronized void settle(Levels levels, MethodHandle target) {
        if (checks.levels() == levels) {
            setTarget(target);
        }
    }
}
