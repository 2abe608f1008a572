package dev.aide.agent.link;

import dev.aide.agent.config.Levels;
import dev.aide.agent.rule.SiteSpec;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/**
 * A woven invokedynamic that is given nothing: asks with its first call, and with the first one after a switch, whether it has
 * to fail. Safe for use by any thread.
 */
final class VerdictSite extends MutableCallSite implements Switched {
    private static final MethodHandle FIRST;

    static {
        try {
            FIRST = MethodHandles.lookup().findVirtual(VerdictSite.class, "first", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("aide.jar is not whole", e);
        }
    }

    private final Linker linker;
    private final Class<?> owner;
    private final SiteSpec spec;

    VerdictSite(MethodType type, Linker linker, Class<?> owner, SiteSpec spec) {
        super(type);
        this.linker = linker;
        this.owner = owner;
        this.spec = spec;
        setTarget(FIRST.bindTo(this));
    }

    @Override
    public synchronized boolean relink(Levels before, Levels now) {
        boolean differs = Verdict.differs(owner, before, now);
        if (differs) {
            setTarget(FIRST.bindTo(this));
        }
        return differs;
    }

    void first() {
        Levels levels = linker.levels();
        Verdict verdict = linker.verdictOrNone(owner, spec);
        settle(levels, verdict.handle(type()));
        verdict.fail();
    }

    private synchronized void settle(Levels levels, MethodHandle target) {
        if (linker.levels() == levels) {
            setTarget(target);
        }
    }
}
