package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.type.Mismatch;
import org.junit.jupiter.api.Test;

class TypesReturnTest implements RuleOfTypes {
    @Override
    public ValueRule rule() {
        return new TypesReturn();
    }

    @Test
    void it_is_broken_by_a_wrong_type_before_a_return() {
        assertThat(Position.RESULT.rule(Mismatch.Kind.TYPE)).isEqualTo(Rule.TYPES_RETURN);
        assertThat(ValueRules.at(Position.RESULT)).hasAtLeastOneElementOfType(TypesReturn.class);
    }
}
