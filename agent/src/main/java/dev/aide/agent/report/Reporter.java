package dev.aide.agent.report;

import dev.aide.ArgumentViolation;
import dev.aide.StateViolation;
import dev.aide.TypeViolation;
import dev.aide.agent.baseline.Baseline;
import dev.aide.agent.baseline.Executions;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
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
    private final Console console;
    private final Ledger ledger = new Ledger();
    private final Block block;
    /** Null where none is set. */
    private final Baseline baseline;

    private final AtomicInteger printed = new AtomicInteger();
    private final long startMillis = System.currentTimeMillis();

    /**
     * Starts with no findings.
     *
     * @param baseline what is known, or null
     */
    public Reporter(Settings settings, Coverage coverage, Console console, Baseline baseline) {
        this.settings = settings;
        this.coverage = coverage;
        this.console = console;
        this.block = new Block(settings.showsValues(), baseline != null);
        this.baseline = baseline;
    }

    /**
     * Takes a violation.
     *
     * @param mismatches one for each value that the site is given, null where it fits
     * @return what is to be thrown; null where the rule only warns
     */
    public RuntimeException report(Class<?> owner, SiteSpec spec, Mismatch[] mismatches) {
        try {
            return record(owner.getName(), spec, mismatches);
        } catch (Throwable e) {
            coverage.reportFailed(e);
            return null;
        }
    }

    /** Returns the summary for the end of the run. */
    public String summary() {
        return new Summary(settings, coverage, ledger, baseline).toString();
    }

    /** Returns all that is known now. */
    public Report snapshot() {
        List<ReportedFinding> findings = new ArrayList<>();
        for (Finding finding : ledger.worstFirst()) {
            findings.add(ReportedFinding.of(finding));
        }
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
                findings,
                ledger.dropped(),
                baseline == null ? null : BaselineResult.of(baseline));
    }

    /** Returns what counts the executions of a site for the baseline, or null where that has no need to know. */
    public Executions executions(Class<?> owner, SiteSpec spec) {
        if (baseline == null) {
            return null;
        }
        return baseline.executions(spec.position().rule().id(), owner.getName(), spec.method(), spec.descriptor());
    }

    /** Returns what is known, or null where no baseline is set. */
    public Baseline baseline() {
        return baseline;
    }

    private RuntimeException record(String className, SiteSpec spec, Mismatch[] mismatches) {
        Rule rule = spec.position().rule();
        Level level = settings.levels().of(rule.id(), className.replace('.', '/'));
        if (level == Level.OFF) {
            return null;
        }
        String[] positions = positions(spec, mismatches);
        Mismatch[] unknown = new Mismatch[mismatches.length];
        CallStack stack = null;
        boolean isNew = false;
        boolean isFirst = false;
        long count = 1;
        for (int i = 0; i < mismatches.length; i++) {
            if (mismatches[i] == null) {
                continue;
            }
            Finding finding = finding(className, spec, i, positions[i], mismatches[i], level);
            finding.happened();
            if (finding.wantsCaller()) {
                stack = stack == null ? CallStack.of(className, spec.method()) : stack;
                finding.calledFrom(stack.caller());
            }
            if (!finding.isKnown()) {
                unknown[i] = mismatches[i];
                isNew = true;
                isFirst |= finding.takePrinting();
                count = Math.max(count, finding.count());
            }
        }
        boolean prints = isFirst && printed.incrementAndGet() <= MOST_BLOCKS;
        if (!isNew || (!prints && level != Level.ENFORCE)) {
            return null;
        }
        stack = stack == null ? CallStack.of(className, spec.method()) : stack;
        String message = block.of(className, spec, positions, unknown, stack, level, count);
        if (prints) {
            console.print(message);
        }
        return level == Level.ENFORCE ? violation(rule, spec, message, stack) : null;
    }

    private Finding finding(
            String className, SiteSpec spec, int index, String position, Mismatch mismatch, Level level) {
        Rule rule = spec.position().rule();
        String found = Text.stableClassName(mismatch.found());
        Ledger.Key key = new Ledger.Key(rule, className, spec.methodId(), index, mismatch.shape(), found);
        Finding earlier = ledger.find(key);
        if (earlier != null) {
            return earlier;
        }
        Kind kind = new Kind(
                rule,
                className,
                spec.methodId(),
                Text.method(className, spec),
                position + mismatch.shape(),
                found,
                mismatch.declared());
        Finding finding = new Finding(kind, level, baseline != null && baseline.knows(kind.baselineEntry()));
        Finding kept = ledger.add(key, finding);
        return kept == null ? finding : kept;
    }

    private RuntimeException violation(Rule rule, SiteSpec spec, String message, CallStack stack) {
        RuntimeException violation = !settings.plainExceptions()
                ? new TypeViolation(rule.id(), message)
                : spec.position() == SiteSpec.Position.ARGUMENT
                        ? new ArgumentViolation(rule.id(), message)
                        : new StateViolation(rule.id(), message);
        violation.setStackTrace(stack.frames());
        return violation;
    }

    private static String[] positions(SiteSpec spec, Mismatch[] mismatches) {
        String[] positions = new String[mismatches.length];
        int[] parameters = spec.checkedParameters();
        for (int i = 0; i < positions.length; i++) {
            positions[i] = spec.position() == SiteSpec.Position.RESULT ? "result" : spec.parameterName(parameters[i]);
        }
        return positions;
    }
}
