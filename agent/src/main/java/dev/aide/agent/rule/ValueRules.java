package dev.aide.agent.rule;

import dev.aide.agent.type.Mismatch;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/** The rules about values. */
public final class ValueRules {
    private static final List<ValueRule> ALL = Collections.unmodifiableList(Arrays.<ValueRule>asList(
            new TypesArgument(),
            new NullsArgument(),
            new ArityVarargs(),
            new TypesReturn(),
            new NullsReturn(),
            new TypesField()));

    private ValueRules() {}

    /** Returns those that look at the values of a position. */
    public static List<ValueRule> at(SiteSpec.Position position) {
        List<ValueRule> rules = new ArrayList<>();
        for (ValueRule rule : ALL) {
            if (rule.position() == position) {
                rules.add(rule);
            }
        }
        return rules;
    }

    /** Returns the rule that a value breaks which fails in one way at a position. */
    static Rule broken(SiteSpec.Position position, Mismatch.Kind kind) {
        for (ValueRule rule : ALL) {
            if (rule.position() == position && rule.kind() == kind) {
                return rule.rule();
            }
        }
        throw new IllegalArgumentException("no rule checks " + position + " for " + kind);
    }
}
