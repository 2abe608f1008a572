package dev.aide.agent.report;

import dev.aide.ArgumentViolation;
import dev.aide.NullViolation;
import dev.aide.StateViolation;
import dev.aide.TypeViolation;
import dev.aide.UndeclaredViolation;
import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.baseline.Executions;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Levels;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Judgement;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.StaticFinding;
import dev.aide.agent.rule.WrittenField;
import dev.aide.agent.type.Mismatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Takes each violation: records it first, prints it if it is the first of its kind, and makes the exception where the
 * rule is enforced. Safe for use by any thread.
 */
public final class Reporter {
    private static final int MOST_BLOCKS = 100;

    private final Settings settings;
    private final Coverage coverage;
    private final ViolationLog log;
    private final Ledger ledger = new Ledger();
    private final Block block;
    /** Null where none is set. */
    private final Baseline baseline;

    private FlightRecorder flightRecorder;
    private final AtomicInteger printed = new AtomicInteger();
    private final long startMillis = System.currentTimeMillis();

    /**
     * Starts with no findings.
     *
     * @param baseline what is known, or null
     */
    public Reporter(Settings settings, Coverage coverage, ViolationLog log, Baseline baseline) {
        this.settings = settings;
        this.coverage = coverage;
        this.log = log;
        this.block = new Block(settings.showsValues(), baseline != null);
        this.baseline = baseline;
    }

    /**
     * Takes values that do not fit.
     *
     * @param mismatches one for each value that the site is given, null where it fits
     * @return what is to be thrown; null where the rules only warn
     */
    public RuntimeException report(Class<?> owner, SiteSpec spec, Mismatch[] mismatches) {
        try {
            List<Occurrence> occurrences = new ArrayList<>();
            for (int i = 0; i < mismatches.length; i++) {
                if (mismatches[i] != null) {
                    Rule rule = spec.position().rule(mismatches[i].kind());
                    occurrences.add(Occurrence.of(rule, position(spec, i), mismatches[i]));
                }
            }
            return record(owner, spec, occurrences, null);
        } catch (Throwable e) {
            coverage.reportFailed(e);
            return null;
        }
    }

    /** Takes a call of a method in which something is wrong whatever it is called with; else as for values. */
    public RuntimeException report(Class<?> owner, SiteSpec spec, List<StaticFinding> findings) {
        try {
            List<Occurrence> occurrences = new ArrayList<>();
            for (StaticFinding finding : findings) {
                occurrences.add(Occurrence.of(finding));
            }
            return record(owner, spec, occurrences, null);
        } catch (Throwable e) {
            coverage.reportFailed(e);
            return null;
        }
    }

    /** Takes a checked exception that leaves a method which declares others, or none; else as for values. */
    public RuntimeException report(Class<?> owner, SiteSpec spec, Throwable thrown) {
        try {
            String declared = spec.subject().isEmpty() ? "none" : spec.subject();
            Occurrence occurrence = Occurrence.ofThrown(Rule.THROWS_UNDECLARED, thrown, declared);
            return record(owner, spec, Collections.singletonList(occurrence), thrown);
        } catch (Throwable e) {
            coverage.reportFailed(e);
            return null;
        }
    }

    /** Records what was found in a class file, without a call. */
    public void note(Judgement judgement) {
        for (StaticFinding finding : judgement.findings()) {
            note(finding);
        }
        if (baseline != null) {
            baseline.judged(judgement);
        }
    }

    private void note(StaticFinding finding) {
        Level level = level(settings.levels(), finding.rule(), finding.className());
        if (level != Level.OFF) {
            Ledger.Key key = new Ledger.Key(finding.className(), finding.methodId(), Occurrence.of(finding));
            if (ledger.find(key) == null) {
                add(key, Kind.of(finding), level);
            }
        }
    }

    /** Forgets what happened, so that counts start at zero and the first of each kind is told again. */
    public void reset() {
        ledger.reset();
        printed.set(0);
    }

    /** Returns the summary for the end of the run. */
    public String summary() {
        Digest digest = new Digest(ledger.worstFirst(), ledger.dropped(), baseline != null);
        return new Summary(settings, coverage, digest, baselineResult()).toString();
    }

    /** Returns all that is known now. */
    public Report snapshot() {
        JvmRun jvm = new JvmRun(
                ThisJvm.process(),
                ThisJvm.program(),
                ThisJvm.java(),
                startMillis,
                settings.scope().describe(),
                settings.given(),
                coverage.figures());
        return new Report(
                ThisJvm.aideVersion(),
                System.currentTimeMillis(),
                Collections.singletonList(jvm),
                ledger.worstFirst(),
                ledger.dropped(),
                baselineResult());
    }

    private BaselineResult baselineResult() {
        return baseline == null ? null : BaselineResult.of(baseline);
    }

    /** Returns what counts the executions of a site for the baseline, or null where that has no need to know. */
    public Executions executions(Class<?> owner, SiteSpec spec) {
        if (baseline == null) {
            return null;
        }
        return baseline.executions(spec.position().text(), owner.getName(), spec.method(), spec.descriptor());
    }

    /** Returns what is known, or null where no baseline is set. */
    public Baseline baseline() {
        return baseline;
    }

    private RuntimeException record(Class<?> owner, SiteSpec spec, List<Occurrence> all, Throwable cause) {
        String className = owner.getName();
        Levels levels = settings.levels();
        List<Occurrence> unknown = new ArrayList<>();
        Finding enforced = null;
        CallStack stack = null;
        boolean isFirst = false;
        long count = 1;
        for (Occurrence occurrence : all) {
            Level level = level(levels, occurrence.rule(), className);
            if (level == Level.OFF) {
                continue;
            }
            Finding finding = finding(className, spec, occurrence, level);
            finding.happened(level);
            if (finding.wantsCaller()) {
                stack = stack == null ? CallStack.of(className, spec.method()) : stack;
                finding.calledFrom(stack.caller());
                flightRecorder().violated(finding, stack.caller());
            }
            if (!finding.isKnown()) {
                unknown.add(occurrence);
                enforced = enforced == null && level == Level.ENFORCE ? finding : enforced;
                isFirst |= finding.takePrinting();
                count = Math.max(count, finding.count());
            }
        }
        boolean prints = isFirst && printed.incrementAndGet() <= MOST_BLOCKS;
        if (unknown.isEmpty() || (!prints && enforced == null)) {
            return null;
        }
        stack = stack == null ? CallStack.of(className, spec.method()) : stack;
        Level level = enforced == null ? Level.WARN : Level.ENFORCE;
        String message = block.of(className, spec, unknown, stack, level, count);
        if (prints) {
            log.tell(owner, level, message);
        }
        return enforced == null ? null : violation(enforced.kind(), spec, message, stack, cause);
    }

    private Finding finding(String className, SiteSpec spec, Occurrence occurrence, Level level) {
        Ledger.Key key = new Ledger.Key(className, spec.methodId(), occurrence);
        Finding earlier = ledger.find(key);
        return earlier != null
                ? earlier
                : add(key, new Kind(className, spec.methodId(), Text.place(className, spec), occurrence), level);
    }

    private Finding add(Ledger.Key key, Kind kind, Level level) {
        Finding finding =
                new Finding(kind, level, baseline != null && baseline.knows(kind.baselineEntry()), coverage.methods());
        Finding kept = ledger.add(key, finding);
        return kept == null ? finding : kept;
    }

    /** Made by the first violation, since most runs have none. */
    private synchronized FlightRecorder flightRecorder() {
        if (flightRecorder == null) {
            flightRecorder = FlightRecorder.ofThisJvm();
        }
        return flightRecorder;
    }

    private static Level level(Levels levels, Rule rule, String className) {
        return levels.of(rule.id(), className.replace('.', '/'));
    }

    private RuntimeException violation(Kind kind, SiteSpec spec, String message, CallStack stack, Throwable cause) {
        String rule = kind.rule().id();
        RuntimeException violation;
        if (kind.rule() == Rule.THROWS_UNDECLARED) {
            violation = new UndeclaredViolation(rule, kind.id(), message, cause);
        } else if (settings.plainExceptions()) {
            violation = spec.position() == SiteSpec.Position.ARGUMENT
                    ? new ArgumentViolation(rule, kind.id(), message)
                    : new StateViolation(rule, kind.id(), message);
        } else {
            violation = ofJvm(kind, message);
        }
        violation.setStackTrace(stack.frames());
        return violation;
    }

    /** Makes what the JVM would have thrown later, or, where it never would, an exception of its own. */
    private static RuntimeException ofJvm(Kind kind, String message) {
        String rule = kind.rule().id();
        switch (kind.rule()) {
            case TYPES_ARGUMENT:
            case TYPES_RETURN:
            case TYPES_FIELD:
                return new TypeViolation(rule, kind.id(), message);
            case NULLS_ARGUMENT:
            case NULLS_RETURN:
                return new NullViolation(rule, kind.id(), message);
            default:
                return new StateViolation(rule, kind.id(), message);
        }
    }

    private static String position(SiteSpec spec, int index) {
        switch (spec.position()) {
            case RESULT:
                return "result";
            case FIELD:
                return WrittenField.of(spec).name();
            default:
                return spec.parameterName(spec.checkedParameters()[index]);
        }
    }
}
