package dev.aide.agent.weave;

import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.config.Scope;
import dev.aide.agent.config.Settings;
import dev.aide.agent.link.Links;
import dev.aide.agent.report.Coverage;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.rule.Judge;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.lang.reflect.InvocationTargetException;
import java.security.ProtectionDomain;
import java.util.Map;

/**
 * The barrier between the JVM's class loading and aide: filters by name, then reads headers, plans and weaves. Whatever
 * fails leaves the class as it was, is counted and reported.
 *
 * <p>Safe for use by any thread.
 */
public final class Weaver implements ClassFileTransformer {
    /** What needs no call is judged when no class came for so long: the start of a program has the processors to itself. */
    private static final long CALM_MILLIS = 200;

    private final Instrumentation instrumentation;
    private final Settings settings;
    private final Scope scope;
    private final Planner planner;
    private final Coverage coverage;
    private final Reporter reporter;
    private final KnownSurroundings surroundings = new KnownSurroundings();
    private final Judge judge;
    private final BackgroundJudge background;
    private Links links;
    /** Why nothing can be held in this JVM; null as long as that did not happen. */
    private Throwable refused;

    public Weaver(Instrumentation instrumentation, Settings settings, Coverage coverage, Reporter reporter) {
        this.instrumentation = instrumentation;
        this.settings = settings;
        this.scope = settings.scope();
        this.judge = new Judge(settings, new Judge.Problems() {
            @Override
            public void unreadable(String sentence) {
                coverage.unreadable(sentence);
            }
        });
        this.background = new BackgroundJudge(judge, reporter, coverage, CALM_MILLIS);
        this.planner = new Planner(settings, judge);
        this.coverage = coverage;
        this.reporter = reporter;
    }

    @Override
    public byte[] transform(
            ClassLoader loader, String name, Class<?> redefined, ProtectionDomain domain, byte[] classFile) {
        try {
            if (!holds(loader, name)) {
                coverage.isOutOfScope();
                return null;
            }
            return weave(loader, name, domain, classFile);
        } catch (Throwable e) {
            coverage.failed(String.valueOf(name), e.toString());
            return null;
        }
    }

    /** Returns the judge of what needs no call. */
    public BackgroundJudge background() {
        return background;
    }

    /** Tells whether a class is in scope; those of the JRE, of aide and those without a name of their own never are. */
    public boolean holds(ClassLoader loader, String name) {
        return loader != null
                && name != null
                && !name.startsWith("dev/aide/agent/")
                && !name.contains("$Proxy")
                && !JreLoader.is(loader)
                && scope.covers(name);
    }

    private byte[] weave(ClassLoader loader, String name, ProtectionDomain domain, byte[] classFile) {
        if (ClassFile.majorVersion(classFile) > ClassFile.NEWEST_VERSION) {
            coverage.failed(
                    name,
                    "its class file version " + ClassFile.majorVersion(classFile)
                            + " is newer than this aide knows; update aide");
            return null;
        }
        ClassFile file = ClassFile.read(classFile);
        Baseline baseline = reporter.baseline();
        if (baseline != null) {
            baseline.has(file);
        }
        Surroundings around = surroundings.of(loader, domain);
        if (judge.hasRules(file)) {
            background.submit(file, around);
        }
        Map<String, MethodPlan> plans = planner.plan(file, around);
        if (plans.isEmpty()) {
            coverage.hasNothingToCheck();
            return null;
        }
        byte[] woven = ClassWeaver.weave(classFile, plans, new SiteEmitter(links(), file, loader));
        coverage.woven(plans.size());
        return woven;
    }

    private synchronized Links links() {
        if (refused != null) {
            throw new IllegalStateException("aide has no way in: " + refused.getMessage(), refused);
        }
        if (links == null) {
            try {
                links = Links.connect(instrumentation, settings, coverage, reporter, judge, surroundings);
            } catch (Exception | LinkageError e) {
                refused = e instanceof InvocationTargetException ? e.getCause() : e;
                throw new IllegalStateException("aide has no way in: " + refused.getMessage(), refused);
            }
        }
        return links;
    }
}
