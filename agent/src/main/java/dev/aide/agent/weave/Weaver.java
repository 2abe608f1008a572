package dev.aide.agent.weave;

import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.config.Levels;
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
    private final WovenMethods woven = new WovenMethods();
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
            Levels planned;
            byte[] changed;
            do {
                // a switch does not see a class that is still being loaded
                planned = settings.levels();
                changed = weave(loader, name, domain, classFile);
            } while (settings.levels() != planned);
            return changed;
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
        if (!woven.know(loader, name) && judge.hasRules(file)) {
            background.submit(file, around);
        }
        Map<String, MethodPlan> plans = planner.plan(file, around);
        byte[] changed =
                plans.isEmpty() ? null : ClassWeaver.weave(classFile, plans, new SiteEmitter(links(), file, loader));
        count(woven.put(loader, name, plans.size()), plans.size());
        return changed;
    }

    private void count(Integer methodsBefore, int methods) {
        if (methodsBefore != null) {
            coverage.wasWoven(methodsBefore);
        }
        if (methods > 0) {
            coverage.woven(methods);
        } else {
            coverage.hasNothingToCheck();
        }
    }

    /**
     * Judges a loaded class by the rules that need no call.
     *
     * @param wasJudged whether other rules judged it before
     */
    void judge(Class<?> type, boolean wasJudged) {
        Surroundings around = surroundings.of(type.getClassLoader(), type.getProtectionDomain());
        background.submit(type.getName().replace('.', '/'), around, wasJudged);
    }

    /** Tells whether a class is woven, so that the JVM keeps the bytes that it was loaded from. */
    boolean hasWoven(Class<?> type) {
        return woven.hold(type.getClassLoader(), type.getName().replace('.', '/'));
    }

    /** Forgets the sites of a class that is about to be transformed again. */
    void forgetSites(Class<?> type) {
        Links connected = connected();
        if (connected != null) {
            connected.forgetSites(type);
        }
    }

    /**
     * Links those sites anew, when they are next passed, that check something else under other levels.
     *
     * @return how many there are
     */
    int relink(Levels before, Levels now) {
        Links connected = connected();
        return connected == null ? 0 : connected.relink(before, now);
    }

    private synchronized Links connected() {
        return links;
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
