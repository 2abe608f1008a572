package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Levels;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Rule;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.ValueRule;
import dev.aide.agent.rule.ValueRules;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What is woven for each rule in one class; immutable. */
final class RulesOn {
    private final Map<Rule, Level> levels = new EnumMap<>(Rule.class);
    private final boolean isLive;

    RulesOn(Settings settings, ClassFile file) {
        Levels now = settings.levels();
        this.isLive = settings.isLive();
        for (Rule rule : Rule.values()) {
            levels.put(rule, now.of(rule.id(), file.name()));
        }
    }

    boolean isNone() {
        for (Rule rule : Rule.values()) {
            if (isOn(rule)) {
                return false;
            }
        }
        return true;
    }

    /** Tells whether a rule has its sites: those of rules that are off for now do nothing until they are switched on. */
    boolean isOn(Rule rule) {
        return levels.get(rule) != Level.OFF || (isLive && rule.looksAtValues());
    }

    /** Returns the rules that look at the values of a position and have their sites. */
    List<ValueRule> at(SiteSpec.Position position) {
        List<ValueRule> rules = new ArrayList<>();
        for (ValueRule rule : ValueRules.at(position)) {
            if (isOn(rule.rule())) {
                rules.add(rule);
            }
        }
        return rules;
    }

    boolean isEnforced(Rule rule) {
        return levels.get(rule) == Level.ENFORCE;
    }

    /** Tells whether a field may take a parameter unseen, since that was held to the same type at entry. */
    boolean trustArguments() {
        // one that is only warned of is none that an enforced field may take, nor one whose rule may be switched off
        return !isLive && (!isEnforced(Rule.TYPES_FIELD) || isEnforced(Rule.TYPES_ARGUMENT));
    }
}
