package dev.aide.agent.link;

import dev.aide.agent.report.Reporter;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.ThrowsUndeclared;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Holds what leaves a method to {@link ThrowsUndeclared}. */
final class ThrownCheck {
    private static final MethodHandle CHECK;

    static {
        try {
            CHECK = MethodHandles.lookup()
                    .findVirtual(ThrownCheck.class, "check", MethodType.methodType(void.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("aide.jar is not whole", e);
        }
    }

    private final Class<?> owner;
    private final SiteSpec spec;
    private final Reporter reporter;

    ThrownCheck(Class<?> owner, SiteSpec spec, Reporter reporter) {
        this.owner = owner;
        this.spec = spec;
        this.reporter = reporter;
    }

    MethodHandle handle(MethodType type) {
        return CHECK.bindTo(this).asType(type);
    }

    /**
     * Checks.
     *
     * @throws RuntimeException the violation with the exception as its cause, where the rule is enforced
     */
    void check(Object thrown) {
        if (!ThrowsUndeclared.isBrokenBy(thrown, spec.subject())) {
            return;
        }
        RuntimeException violation = reporter.report(owner, spec, (Throwable) thrown);
        if (violation != null) {
            throw violation;
        }
    }
}
