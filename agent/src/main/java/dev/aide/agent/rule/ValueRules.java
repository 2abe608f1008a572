package dev.aide.agent.rule;

import dev.aide.agent.type.Mismatch;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The rules about values. */
public final class ValueRules {
    private static final Map<SiteSpec.Position, List<ValueRule>> BY_POSITION = byPosition(
            new TypesArgument(),
            new NullsArgument(),
            new ArityVarargs(),
            new TypesReturn(),
            new NullsReturn(),
            new TypesField());

    private ValueRules() {}

    private static Map<SiteSpec.Position, List<ValueRule>> byPosition(ValueRule... all) {
        Map<SiteSpec.Position, List<ValueRule>> byPosition = new EnumMap<>(SiteSpec.Position.class);
        for (SiteSpec.Position position : SiteSpec.Position.values()) {
            List<ValueRule> rules = new ArrayList<>();
            for (ValueRule rule : all) {
                if (rule.position() == position) {
                    rules.add(rule);
                }
            }
            byPosition.put(position, Collections.unmodifiableList(rules));
        }
        return byPosition;
    }

    /** Returns those that look at the values of a position. */
    public static List<ValueRule> at(SiteSpec.Position position) {
        return BY_POSITION.get(position);
    }

    /** Returns the rule that a value breaks which fails in one way at a position. */
    static Rule broken(SiteSpec.Position position, Mismatch.Kind kind) {
        for (ValueRule rule : at(position)) {
            if (rule.kind() == kind) {
                return rule.rule();
            }
        }
        throw new IllegalArgumentException("no rule checks " + position + " for " + kind);
    }
}
