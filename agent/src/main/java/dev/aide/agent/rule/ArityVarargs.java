package dev.aide.agent.rule;

import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Need;

/** {@code arity.varargs}: no call passes more variable arguments than it may, once there is a limit. */
final class ArityVarargs extends ValueRule {
    ArityVarargs() {
        super(Rule.ARITY_VARARGS, SiteSpec.Position.ARGUMENT, Mismatch.Kind.LENGTH);
    }

    @Override
    public Need need(HeldValue value) {
        return value.isLimited() ? Need.VALUE : Need.NOTHING;
    }
}
