package dev.aide.agent.report;

import dev.aide.ArgumentViolation;
import dev.aide.StateViolation;
import dev.aide.TypeViolation;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.type.Mismatch;
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
    private final AtomicInteger printed = new AtomicInteger();

    public Reporter(Settings settings, Coverage coverage, Console console) {
        this.settings = settings;
        this.coverage = coverage;
        this.console = console;
        this.block = new Block(settings.showsValues());
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
        return new Summary(settings, coverage, ledger).toString();
    }

    private RuntimeException record(String className, SiteSpec spec, Mismatch[] mismatches) {
        Rule rule = spec.position().rule();
        Level level = settings.levels().of(rule.id(), className.replace('.', '/'));
        if (level == Level.OFF) {
            return null;
        }
        String[] positions = positions(spec, mismatches);
        CallStack stack = null;
        boolean isNew = false;
        long count = 1;
        for (int i = 0; i < mismatches.length; i++) {
            Mismatch mismatch = mismatches[i];
            if (mismatch == null) {
                continue;
            }
            String found = Text.stableClassName(mismatch.found());
            Ledger.Key key = new Ledger.Key(rule, className, spec.methodId(), i, mismatch.shape(), found);
            Finding finding = ledger.find(key);
            if (finding == null) {
                stack = stack == null ? CallStack.of(className, spec.method()) : stack;
                Finding added = new Finding(
                        rule,
                        Text.method(className, spec),
                        positions[i] + mismatch.shape(),
                        found,
                        mismatch.declared(),
                        stack.caller());
                finding = ledger.add(key, added);
                isNew |= finding == added;
            }
            if (finding != null) {
                finding.happened();
                count = Math.max(count, finding.count());
            }
        }
        boolean prints = isNew && printed.incrementAndGet() <= MOST_BLOCKS;
        if (!prints && level != Level.ENFORCE) {
            return null;
        }
        stack = stack == null ? CallStack.of(className, spec.method()) : stack;
        String message = block.of(className, spec, positions, mismatches, stack, level, count);
        if (prints) {
            console.print(message);
        }
        return level == Level.ENFORCE ? violation(rule, spec, message, stack) : null;
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
