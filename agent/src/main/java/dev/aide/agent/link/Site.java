package dev.aide.agent.link;

import dev.aide.agent.report.Coverage;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/** A woven invokedynamic: settles on its checks with the first call. */
final class Site extends MutableCallSite {
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
        setTarget(FIRST.bindTo(this).asCollector(Object[].class, type.parameterCount()));
    }

    void first(Object[] values) throws Throwable {
        MethodHandle[] compiled;
        try {
            compiled = checks.compile(values);
            if (compiled == null) {
                return;
            }
            setTarget(Chain.of(checks, compiled, type(), checks.countsCalls() ? coverage.calls() : null));
        } catch (Throwable e) {
            coverage.linkFailed(e);
            setTarget(Chain.nothing(type()));
            return;
        }
        if (checks.countsCalls()) {
            coverage.called();
        }
        checks.examine(compiled, values);
    }
}
