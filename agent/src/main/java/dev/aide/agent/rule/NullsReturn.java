package dev.aide.agent.rule;

import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Need;

/** {@code nulls.return}: no result is null, or has a null in it, that is declared not to. */
final class NullsReturn extends ValueRule {
    NullsReturn() {
        super(Rule.NULLS_RETURN, SiteSpec.Position.RESULT, Mismatch.Kind.NULL);
    }

    @Override
    public Need need(HeldValue value) {
        return value.excludesNull() ? Need.VALUE : Need.NOTHING;
    }
}
