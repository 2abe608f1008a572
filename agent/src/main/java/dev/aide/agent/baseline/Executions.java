package dev.aide.agent.baseline;

import dev.aide.agent.config.Level;
import dev.aide.agent.config.Levels;
import dev.aide.agent.config.Settings;
import java.util.Arrays;

/**
 * Counts how often a checked place of a method is passed, for each rule that has an entry there and is on, up to a number
 * that proves enough. Safe for use by any thread: what two threads count at the same time may count once, which only makes
 * the proof later.
 */
public final class Executions {
    private final Settings settings;
    private final String className;
    /** Of one rule each; fixed once the baseline is read. */
    private Tally[] tallies = {};

    /**
     * Counts for no rule yet.
     *
     * @param className as class files name it
     */
    Executions(Settings settings, String className) {
        this.settings = settings;
        this.className = className;
    }

    /** Counts for one rule more. */
    void addRule(String rule) {
        if (of(rule) < 0) {
            tallies = Arrays.copyOf(tallies, tallies.length + 1);
            tallies[tallies.length - 1] = new Tally(rule);
        }
    }

    /** Counts one more; once it is enough, or known that the rule is off, this only reads. */
    public void count() {
        Levels levels = settings.levels();
        for (Tally tally : tallies) {
            if (tally.count < settings.baselineProof() && tally.offUnder != levels) {
                if (levels.of(tally.rule, className) == Level.OFF) {
                    tally.offUnder = levels;
                } else {
                    tally.count++;
                }
            }
        }
    }

    /** Returns how often the place was passed while a rule was on; -1 where that is not counted. */
    int of(String rule) {
        for (Tally tally : tallies) {
            if (tally.rule.equals(rule)) {
                return tally.count;
            }
        }
        return -1;
    }

    private static final class Tally {
        final String rule;
        int count;
        /** The levels under which the rule was last found to be off, so that they are asked once; or null. */
        Levels offUnder;

        Tally(String rule) {
            this.rule = rule;
        }
    }
}
