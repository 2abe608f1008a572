package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.type.Mismatch;
import org.junit.jupiter.api.Test;

class TypesArgumentTest implements RuleOfTypes {
    @Override
    public ValueRule rule() {
        return new TypesArgument();
    }

    @Test
    void it_is_broken_by_a_wrong_type_at_entry() {
        assertThat(Position.ARGUMENT.rule(Mismatch.Kind.TYPE)).isEqualTo(Rule.TYPES_ARGUMENT);
        assertThat(ValueRules.at(Position.ARGUMENT)).hasAtLeastOneElementOfType(TypesArgument.class);
    }
}
