package dev.aide.agent.rule;

import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Need;

/** {@code types.return}: each result fits what its generic type says and the JVM does not prove. */
final class TypesReturn extends ValueRule {
    TypesReturn() {
        super(Rule.TYPES_RETURN, SiteSpec.Position.RESULT, Mismatch.Kind.TYPE);
    }

    @Override
    public Need need(HeldValue value) {
        return value.needOfType();
    }
}
