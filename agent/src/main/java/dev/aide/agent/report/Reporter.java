package dev.aide.agent.report;

import dev.aide.ArgumentViolation;
import dev.aide.NullViolation;
import dev.aide.StateViolation;
import dev.aide.TypeViolation;
import dev.aide.UndeclaredViolation;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Settings;
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
            return record(owner.getName(), spec, occurrences, null);
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
            return record(owner.getName(), spec, occurrences, null);
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
            return record(owner.getName(), spec, Collections.singletonList(occurrence), thrown);
        } catch (Throwable e) {
            coverage.reportFailed(e);
            return null;
        }
    }

    /** Records what was found in a class file, without a call. */
    public void note(StaticFinding finding) {
        Occurrence occurrence = Occurrence.of(finding);
        if (level(occurrence.rule(), finding.className()) != Level.OFF) {
            Ledger.Key key = new Ledger.Key(finding.className(), finding.methodId(), occurrence);
            if (ledger.find(key) == null) {
                ledger.add(key, new Finding(finding.method(), occurrence, null));
            }
        }
    }

    /** Returns the summary for the end of the run. */
    public String summary() {
        return new Summary(settings, coverage, ledger).toString();
    }

    private RuntimeException record(String className, SiteSpec spec, List<Occurrence> all, Throwable cause) {
        List<Occurrence> occurrences = new ArrayList<>();
        Occurrence enforced = null;
        for (Occurrence occurrence : all) {
            Level level = level(occurrence.rule(), className);
            if (level != Level.OFF) {
                occurrences.add(occurrence);
                enforced = enforced == null && level == Level.ENFORCE ? occurrence : enforced;
            }
        }
        if (occurrences.isEmpty()) {
            return null;
        }
        CallStack stack = null;
        boolean isNew = false;
        long count = 1;
        for (Occurrence occurrence : occurrences) {
            Ledger.Key key = new Ledger.Key(className, Text.placeId(spec), occurrence);
            Finding finding = ledger.find(key);
            if (finding == null) {
                stack = stack == null ? CallStack.of(className, spec.method()) : stack;
                Finding added = new Finding(Text.place(className, spec), occurrence, stack.caller());
                finding = ledger.add(key, added);
                isNew |= finding == added;
            }
            if (finding != null) {
                finding.happened();
                count = Math.max(count, finding.count());
            }
        }
        boolean prints = isNew && printed.incrementAndGet() <= MOST_BLOCKS;
        if (!prints && enforced == null) {
            return null;
        }
        stack = stack == null ? CallStack.of(className, spec.method()) : stack;
        Level level = enforced == null ? Level.WARN : Level.ENFORCE;
        String message = block.of(className, spec, occurrences, stack, level, count);
        if (prints) {
            console.print(message);
        }
        return enforced == null ? null : violation(enforced.rule(), spec, message, stack, cause);
    }

    private Level level(Rule rule, String className) {
        return settings.levels().of(rule.id(), className.replace('.', '/'));
    }

    private RuntimeException violation(Rule rule, SiteSpec spec, String message, CallStack stack, Throwable cause) {
        RuntimeException violation;
        if (rule == Rule.THROWS_UNDECLARED) {
            violation = new UndeclaredViolation(rule.id(), message, cause);
        } else if (settings.plainExceptions()) {
            violation = spec.position() == SiteSpec.Position.ARGUMENT
                    ? new ArgumentViolation(rule.id(), message)
                    : new StateViolation(rule.id(), message);
        } else {
            violation = ofJvm(rule, message);
        }
        violation.setStackTrace(stack.frames());
        return violation;
    }

    /** Makes what the JVM would have thrown later, or, where it never would, an exception of its own. */
    private static RuntimeException ofJvm(Rule rule, String message) {
        switch (rule) {
            case TYPES_ARGUMENT:
            case TYPES_RETURN:
            case TYPES_FIELD:
                return new TypeViolation(rule.id(), message);
            case NULLS_ARGUMENT:
            case NULLS_RETURN:
                return new NullViolation(rule.id(), message);
            default:
                return new StateViolation(rule.id(), message);
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
