package dev.aide.agent.link;

import dev.aide.agent.config.Level;
import dev.aide.agent.config.Settings;
import dev.aide.agent.rule.Facets;
import dev.aide.agent.rule.SiteSpec;
import dev.aide.agent.type.Mismatch;

/** In what respects the values of a site are checked by the levels that hold now. */
final class FacetsOn {
    private final Settings settings;
    private final String className;
    private final SiteSpec spec;

    FacetsOn(Settings settings, String className, SiteSpec spec) {
        this.settings = settings;
        this.className = className;
        this.spec = spec;
    }

    Facets of(int index) {
        Facets woven = spec.position() == SiteSpec.Position.FIELD
                ? Facets.of(true, false, false)
                : Facets.at(spec.subject(), index);
        return Facets.of(
                woven.ofTypes() && isOn(Mismatch.Kind.TYPE),
                woven.ofNulls() && isOn(Mismatch.Kind.NULL),
                woven.ofLength() && isOn(Mismatch.Kind.LENGTH));
    }

    int mostVarargs() {
        return settings.mostVarargs();
    }

    private boolean isOn(Mismatch.Kind kind) {
        return settings.levels().of(spec.position().rule(kind).id(), className) != Level.OFF;
    }
}
