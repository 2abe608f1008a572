package dev.aide.agent.link;

import dev.aide.agent.report.Coverage;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.type.CheckCompiler;
import dev.aide.agent.type.CheckContext;
import dev.aide.agent.type.Resolving;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;

/**
 * The agent's side of the bootstrap method: gives each woven site its call site. It never throws: a site that cannot be
 * linked does nothing, and is counted.
 *
 * <p>Safe for use by any thread; holds no lock while classes are loaded.
 */
final class Linker implements Function<Object[], CallSite> {
    private final CheckContext context;
    private final Reporter reporter;
    private final Coverage coverage;
    private final Resolving resolving = new Resolving();
    private final ClassValue<WovenClass> woven = new ClassValue<WovenClass>() {
        @Override
        protected WovenClass computeValue(Class<?> type) {
            return new WovenClass();
        }
    };

    Linker(CheckContext context, Reporter reporter, Coverage coverage) {
        this.context = context;
        this.reporter = reporter;
        this.coverage = coverage;
    }

    @Override
    public CallSite apply(Object[] request) {
        MethodType type = (MethodType) request[2];
        try {
            Class<?> owner = ((MethodHandles.Lookup) request[0]).lookupClass();
            SiteSpec spec = SiteSpec.ofConstants((String) request[1], (Object[]) request[3]);
            return new Site(type, checks(owner, spec), coverage);
        } catch (Throwable e) {
            coverage.linkFailed(e);
            return new ConstantCallSite(Chain.nothing(type));
        }
    }

    SiteChecks checks(Class<?> owner, SiteSpec spec) {
        if (woven(owner).ran(spec.methodId())) {
            coverage.methodRan();
        }
        CheckCompiler compiler = new CheckCompiler(context, owner.getClassLoader(), resolving);
        return new SiteChecks(spec, owner, compiler, resolving, reporter);
    }

    WovenClass woven(Class<?> owner) {
        return woven.get(owner);
    }
}
