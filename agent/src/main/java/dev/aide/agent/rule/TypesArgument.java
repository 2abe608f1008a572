package dev.aide.agent.rule;

import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Need;

/** {@code types.argument}: each argument fits what its generic type says and the JVM does not prove. */
final class TypesArgument extends ValueRule {
    TypesArgument() {
        super(Rule.TYPES_ARGUMENT, SiteSpec.Position.ARGUMENT, Mismatch.Kind.TYPE);
    }

    @Override
    public Need need(HeldValue value) {
        return value.needOfType();
    }
}
