package dev.aide.agent.rule;

import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Need;

/**
 * A rule about values: says where it looks, what it checks there, and which values it leaves alone. While a class is woven,
 * and again when a site is linked, all rules of a position are asked in turn.
 */
public abstract class ValueRule {
    private final Rule rule;
    private final SiteSpec.Position position;
    private final Mismatch.Kind kind;

    ValueRule(Rule rule, SiteSpec.Position position, Mismatch.Kind kind) {
        this.rule = rule;
        this.position = position;
        this.kind = kind;
    }

    public final Rule rule() {
        return rule;
    }

    /** Returns where the values are that it looks at. */
    final SiteSpec.Position position() {
        return position;
    }

    /** Returns what it checks a value for: how one fails that breaks it. */
    public final Mismatch.Kind kind() {
        return kind;
    }

    /** Says what its check of a value takes; {@link Need#NOTHING} where it leaves the value alone. */
    public abstract Need need(HeldValue value);
}
