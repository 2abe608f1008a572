package dev.aide.agent.rule;

import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Need;

/** {@code nulls.argument}: no argument is null, or has a null in it, that is declared not to. */
final class NullsArgument extends ValueRule {
    NullsArgument() {
        super(Rule.NULLS_ARGUMENT, SiteSpec.Position.ARGUMENT, Mismatch.Kind.NULL);
    }

    @Override
    public Need need(HeldValue value) {
        return value.excludesNull() ? Need.VALUE : Need.NOTHING;
    }
}
