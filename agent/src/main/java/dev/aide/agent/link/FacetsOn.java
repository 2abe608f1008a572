package dev.aide.agent.link;

import dev.aide.agent.config.Level;
import dev.aide.agent.config.Levels;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Facets;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.rule.ValueRule;
import dev.aide.agent.rule.ValueRules;
import dev.aide.agent.type.Mismatch;
import java.util.List;

/** What the values of a site are checked for under the levels that hold. Immutable. */
final class FacetsOn {
    private final Settings settings;
    private final String className;
    private final SiteSpec spec;
    private final List<ValueRule> rules;

    FacetsOn(Settings settings, String className, SiteSpec spec) {
        this.settings = settings;
        this.className = className;
        this.spec = spec;
        this.rules = ValueRules.at(spec.position());
    }

    /** Returns the levels that hold now. */
    Levels levels() {
        return settings.levels();
    }

    Facets of(int index, Levels levels) {
        Facets woven = spec.position() == SiteSpec.Position.FIELD
                ? Facets.NONE.with(Mismatch.Kind.TYPE)
                : Facets.at(spec.subject(), index);
        Facets on = Facets.NONE;
        for (ValueRule rule : rules) {
            if (woven.has(rule.kind()) && isOn(rule, levels)) {
                on = on.with(rule.kind());
            }
        }
        return on;
    }

    /** Tells whether there may be more or less to check under other levels. */
    boolean differ(Levels levels, Levels others) {
        for (ValueRule rule : rules) {
            if (isOn(rule, levels) != isOn(rule, others)) {
                return true;
            }
        }
        return false;
    }

    int mostVarargs() {
        return settings.mostVarargs();
    }

    private boolean isOn(ValueRule rule, Levels levels) {
        return levels.of(rule.rule().id(), className) != Level.OFF;
    }
}
