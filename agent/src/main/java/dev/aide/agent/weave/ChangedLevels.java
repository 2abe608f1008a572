package dev.aide.agent.weave;

import dev.aide.agent.config.Level;
import dev.aide.agent.config.Levels;
import dev.aide.agent.rule.Rule;

/** What a class that was woven under other levels lacks under those that hold now; immutable. */
final class ChangedLevels {
    private final Levels before;
    private final Levels now;
    private final boolean isLive;

    ChangedLevels(Levels before, Levels now, boolean isLive) {
        this.before = before;
        this.now = now;
        this.isLive = isLive;
    }

    /** Tells whether a rule holds now whose sites may be missing. */
    boolean needSites(String className) {
        for (Rule rule : Rule.values()) {
            boolean isWovenAnyway = isLive && rule.looksAtValues();
            Level from = rule.needsNoCall() ? Level.ENFORCE : Level.WARN;
            if (!isWovenAnyway && reaches(from, rule, className)) {
                return true;
            }
        }
        return !isLive && losesTrust(className);
    }

    /** Tells whether a rule is on now that needs no call, and did not judge the class. */
    boolean needJudging(String className) {
        for (Rule rule : Rule.values()) {
            if (rule.needsNoCall() && reaches(Level.WARN, rule, className)) {
                return true;
            }
        }
        return false;
    }

    /** Tells whether a rule was on before that needs no call. */
    boolean wasJudged(String className) {
        for (Rule rule : Rule.values()) {
            if (rule.needsNoCall() && before.of(rule.id(), className) != Level.OFF) {
                return true;
            }
        }
        return false;
    }

    private boolean reaches(Level level, Rule rule, String className) {
        return now.of(rule.id(), className).compareTo(level) >= 0
                && before.of(rule.id(), className).compareTo(level) < 0;
    }

    /** Tells whether fields took parameters unseen that are no longer held as strictly. */
    private boolean losesTrust(String className) {
        return trusts(before, className)
                && !trusts(now, className)
                && now.of(Rule.TYPES_FIELD.id(), className) != Level.OFF;
    }

    private static boolean trusts(Levels levels, String className) {
        Level argument = levels.of(Rule.TYPES_ARGUMENT.id(), className);
        return argument != Level.OFF && argument.compareTo(levels.of(Rule.TYPES_FIELD.id(), className)) >= 0;
    }
}
