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
import java.util.Collections;
import java.util.Map;
import java.util.WeakHashMap;

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
    /** Why loaded classes could not be woven when they were last transformed. */
    private final Map<Class<?>, String> failures = Collections.synchronizedMap(new WeakHashMap<Class<?>, String>());

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
        this.planner = new Planner(settings, judge, reporter.baseline());
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
            if (ClassFile.majorVersion(classFile) > ClassFile.NEWEST_VERSION) {
                String why = "its class file version " + ClassFile.majorVersion(classFile)
                        + " is newer than this aide knows; update aide";
                fail(loader, name, redefined, why);
                return null;
            }
            Levels planned;
            byte[] changed;
            do {
                // a switch does not see a class that is still being loaded
                planned = settings.levels();
                changed = weave(loader, name, domain, classFile);
            } while (settings.levels() != planned);
            if (redefined != null) {
                failures.remove(redefined);
            }
            return changed;
        } catch (Throwable e) {
            fail(loader, String.valueOf(name), redefined, e.toString());
            return null;
        }
    }

    private void fail(ClassLoader loader, String name, Class<?> redefined, String why) {
        if (redefined != null) {
            failures.put(redefined, why);
        }
        takeBack(woven.put(loader, name, WovenMethods.FAILED));
        coverage.failed(name, why);
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
        put(loader, name, plans.size());
        return changed;
    }

    private void put(ClassLoader loader, String name, int methods) {
        takeBack(woven.put(loader, name, methods));
        if (methods > 0) {
            coverage.woven(methods);
        } else {
            coverage.hasNothingToCheck();
        }
    }

    private void takeBack(Integer methodsBefore) {
        if (WovenMethods.FAILED.equals(methodsBefore)) {
            coverage.wasFailed();
        } else if (methodsBefore != null) {
            coverage.wasWoven(methodsBefore);
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

    /** Returns what is known of a class that is about to be transformed again. */
    BeforeTransforming beforeTransforming(Class<?> type) {
        Links connected = connected();
        return new BeforeTransforming(
                woven.of(type.getClassLoader(), type.getName().replace('.', '/')),
                connected == null ? Collections.emptySet() : connected.sites(type));
    }

    /** Notes that the JVM took a class which was transformed again, whether or not it could be woven. */
    void isTransformed(Class<?> type, BeforeTransforming before, Transformed transformed) {
        Links connected = connected();
        if (connected != null) {
            connected.forget(type, before.sites());
        }
        String why = failures.remove(type);
        if (why == null) {
            transformed.isDone();
        } else {
            transformed.isFailed(type, why);
        }
    }

    /** Notes that the JVM left a class as it was before, although it would have been woven. */
    void isRefused(Class<?> type, BeforeTransforming before, Throwable refusal) {
        String name = type.getName().replace('.', '/');
        failures.remove(type);
        if (before.methods() == null) {
            String why = "it was loaded before aide, and the JVM refused to change it: " + refusal;
            fail(type.getClassLoader(), name, null, why);
        } else if (WovenMethods.FAILED.equals(before.methods())) {
            fail(type.getClassLoader(), name, null, "the JVM refused to change it: " + refusal);
        } else {
            put(type.getClassLoader(), name, before.methods());
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
