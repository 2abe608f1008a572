package dev.aide.agent.link;

import dev.aide.agent.config.Level;
import dev.aide.agent.config.Levels;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Facets;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.type.Mismatch;

/** In what respects the values of a site are checked under the levels that hold. Immutable. */
final class FacetsOn {
    private final Settings settings;
    private final String className;
    private final SiteSpec spec;

    FacetsOn(Settings settings, String className, SiteSpec spec) {
        this.settings = settings;
        this.className = className;
        this.spec = spec;
    }

    /** Returns the levels that hold now. */
    Levels levels() {
        return settings.levels();
    }

    Facets of(int index, Levels levels) {
        Facets woven = spec.position() == SiteSpec.Position.FIELD
                ? Facets.of(true, false, false)
                : Facets.at(spec.subject(), index);
        return Facets.of(
                woven.ofTypes() && isOn(Mismatch.Kind.TYPE, levels),
                woven.ofNulls() && isOn(Mismatch.Kind.NULL, levels),
                woven.ofLength() && isOn(Mismatch.Kind.LENGTH, levels));
    }

    /** Tells whether there may be more or less to check under other levels. */
    boolean differ(Levels levels, Levels others) {
        for (Mismatch.Kind kind : Mismatch.Kind.values()) {
            if (isOn(kind, levels) != isOn(kind, others)) {
                return true;
            }
        }
        return false;
    }

    int mostVarargs() {
        return settings.mostVarargs();
    }

    private boolean isOn(Mismatch.Kind kind, Levels levels) {
        return levels.of(spec.position().rule(kind).id(), className) != Level.OFF;
    }
}
