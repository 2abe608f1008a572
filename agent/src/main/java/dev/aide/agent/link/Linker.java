package dev.aide.agent.link;

import dev.aide.agent.baseline.Executions;
import dev.aide.agent.config.Levels;
import dev.aide.agent.config.Settings;
import dev.aide.agent.report.Coverage;
import dev.aide.agent.report.MethodCounts;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.StaticFinding;
import dev.aide.agent.type.CheckCompiler;
import dev.aide.agent.type.CheckContext;
import dev.aide.agent.type.Resolving;
import java.lang.invoke.CallSite;
import java.lang.invoke.ConstantCallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/**
 * The agent's side of the bootstrap method: gives each woven site its call site. It never throws: a site that cannot be
 * linked does nothing, and is counted.
 *
 * <p>Safe for use by any thread; holds no lock while classes are loaded.
 */
final class Linker implements Function<Object[], CallSite> {
    private final Settings settings;
    private final Verdict.Source verdicts;
    private final CheckContext context;
    private final Reporter reporter;
    private final Coverage coverage;
    private final Resolving resolving = new Resolving();
    private final ClassValue<WovenClass> woven = new ClassValue<WovenClass>() {
        @Override
        protected WovenClass computeValue(Class<?> type) {
            WovenClass created = new WovenClass();
            all.add(created);
            return created;
        }
    };
    /** Those whose classes live. */
    private final Set<WovenClass> all =
            Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<WovenClass, Boolean>()));

    Linker(Settings settings, CheckContext context, Reporter reporter, Coverage coverage, Verdict.Source verdicts) {
        this.settings = settings;
        this.verdicts = verdicts;
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
            return link(type, owner, spec);
        } catch (Throwable e) {
            coverage.linkFailed(e);
            return new ConstantCallSite(Chain.nothing(type));
        }
    }

    private CallSite link(MethodType type, Class<?> owner, SiteSpec spec) {
        switch (spec.position()) {
            case VERDICT:
                ran(owner, spec);
                VerdictSite verdict = new VerdictSite(type, this, owner, spec);
                woven(owner).add(verdict);
                return verdict;
            case COUNTED:
                ran(owner, spec);
                return new ConstantCallSite(Chain.counting(counter(owner, spec), executions(owner, spec)));
            case THROWN:
                return new ConstantCallSite(thrown(owner, spec).handle(type));
            default:
                Site site = new Site(type, checks(owner, spec), coverage);
                woven(owner).add(site);
                return site;
        }
    }

    /** Returns the levels that hold now. */
    Levels levels() {
        return settings.levels();
    }

    /** Links those sites anew that do something else under other levels, and returns how many there are. */
    int relink(Levels before, Levels now) {
        verdicts.forget();
        List<WovenClass> classes;
        synchronized (all) {
            classes = new ArrayList<>(all);
        }
        List<MutableCallSite> relinked = new ArrayList<>();
        for (WovenClass each : classes) {
            each.relink(before, now, relinked);
        }
        MutableCallSite.syncAll(relinked.toArray(new MutableCallSite[0]));
        return relinked.size();
    }

    /** Returns the verdict for a site, or one that lets everything pass where there is none to be had. */
    Verdict verdictOrNone(Class<?> owner, SiteSpec spec) {
        try {
            return verdict(owner, spec);
        } catch (Throwable e) {
            coverage.linkFailed(e);
            return new Verdict(owner, spec, Collections.<StaticFinding>emptyList(), reporter);
        }
    }

    Verdict verdict(Class<?> owner, SiteSpec spec) {
        return new Verdict(owner, spec, verdicts.of(owner, spec), reporter);
    }

    ThrownCheck thrown(Class<?> owner, SiteSpec spec) {
        return new ThrownCheck(owner, spec, reporter);
    }

    /** Returns what counts the executions of the method that a site stands in for reports, or null. */
    LongAdder counter(Class<?> owner, SiteSpec spec) {
        MethodCounts methods = coverage.methods();
        return methods == null ? null : methods.counter(owner.getName(), spec.methodId());
    }

    /** Returns what counts the executions of a site for the baseline, or null. */
    Executions executions(Class<?> owner, SiteSpec spec) {
        return reporter.executions(owner, spec);
    }

    SiteChecks checks(Class<?> owner, SiteSpec spec) {
        ran(owner, spec);
        CheckCompiler compiler = new CheckCompiler(context, owner.getClassLoader(), resolving);
        FacetsOn facets = new FacetsOn(settings, owner.getName().replace('.', '/'), spec);
        return new SiteChecks(spec, owner, facets, compiler, resolving, reporter);
    }

    void ran(Class<?> owner, SiteSpec spec) {
        if (woven(owner).ran(spec.methodId())) {
            coverage.methodRan();
        }
    }

    WovenClass woven(Class<?> owner) {
        return woven.get(owner);
    }
}
