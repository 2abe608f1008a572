package dev.aide.agent.link;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Levels;
import dev.aide.agent.report.Reporter;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.StaticFinding;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What the enforced rules that need no call found in a method: each of its calls fails, and none of another's. */
final class Verdict {
    private static final MethodHandle FAIL;

    static {
        try {
            FAIL = MethodHandles.lookup().findVirtual(Verdict.class, "fail", MethodType.methodType(void.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("aide.jar is not whole", e);
        }
    }

    private final Class<?> owner;
    private final SiteSpec spec;
    private final List<StaticFinding> findings;
    private final Reporter reporter;

    Verdict(Class<?> owner, SiteSpec spec, List<StaticFinding> findings, Reporter reporter) {
        this.owner = owner;
        this.spec = spec;
        this.findings = findings;
        this.reporter = reporter;
    }

    MethodHandle handle(MethodType type) {
        return findings.isEmpty()
                ? Chain.nothing(type)
                : MethodHandles.dropArguments(FAIL.bindTo(this), 0, type.parameterList());
    }

    /** Tells whether other rules of those that need no call are enforced in a class. */
    static boolean differs(Class<?> owner, Levels before, Levels now) {
        String name = owner.getName().replace('.', '/');
        for (Rule rule : Rule.values()) {
            boolean wasEnforced = before.of(rule.id(), name) == Level.ENFORCE;
            if (rule.needsNoCall() && wasEnforced != (now.of(rule.id(), name) == Level.ENFORCE)) {
                return true;
            }
        }
        return false;
    }

    /** Fails, unless nothing was found. */
    void fail() {
        RuntimeException violation = findings.isEmpty() ? null : reporter.report(owner, spec, findings);
        if (violation != null) {
            throw violation;
        }
    }

    /** Finds verdicts for classes that are loaded; a class is judged once under the levels that hold. */
    static final class Source {
        private final Judge judge;
        private final KnownSurroundings known;
        private volatile ClassValue<List<StaticFinding>> enforced = enforcedNow();

        Source(Judge judge, KnownSurroundings known) {
            this.judge = judge;
            this.known = known;
        }

        /** Forgets what was enforced, since other levels hold. */
        void forget() {
            enforced = enforcedNow();
        }

        private ClassValue<List<StaticFinding>> enforcedNow() {
            return new ClassValue<List<StaticFinding>>() {
                @Override
                protected List<StaticFinding> computeValue(Class<?> owner) {
                    Surroundings surroundings = known.of(owner.getClassLoader(), owner.getProtectionDomain());
                    ClassFile file = surroundings.find(owner.getName().replace('.', '/'));
                    return file == null ? Collections.<StaticFinding>emptyList() : judge.enforced(file, surroundings);
                }
            };
        }

        /** Returns what is found in the method or about the call that a site stands for. */
        List<StaticFinding> of(Class<?> owner, SiteSpec spec) {
            int call = Integer.parseInt(spec.subject());
            List<StaticFinding> findings = new ArrayList<>();
            for (StaticFinding finding : enforced.get(owner)) {
                if (finding.call() == call && finding.methodId().equals(spec.methodId())) {
                    findings.add(finding);
                }
            }
            return findings;
        }
    }
}
