package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.config.Level;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Rule;
import java.util.EnumMap;
import java.util.Map;

/** The level of each rule in one class; immutable. */
final class RulesOn {
    private final Map<Rule, Level> levels = new EnumMap<>(Rule.class);

    RulesOn(Settings settings, ClassFile file) {
        for (Rule rule : Rule.values()) {
            levels.put(rule, settings.levels().of(rule.id(), file.name()));
        }
    }

    boolean isNone() {
        for (Level level : levels.values()) {
            if (level != Level.OFF) {
                return false;
            }
        }
        return true;
    }

    boolean isOn(Rule rule) {
        return levels.get(rule) != Level.OFF;
    }

    boolean isEnforced(Rule rule) {
        return levels.get(rule) == Level.ENFORCE;
    }
}
