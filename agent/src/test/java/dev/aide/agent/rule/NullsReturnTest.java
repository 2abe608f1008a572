package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.type.Mismatch;
import org.junit.jupiter.api.Test;

class NullsReturnTest implements RuleOfNulls {
    @Override
    public ValueRule rule() {
        return new NullsReturn();
    }

    @Test
    void it_is_broken_by_a_null_before_a_return() {
        assertThat(Position.RESULT.rule(Mismatch.Kind.NULL)).isEqualTo(Rule.NULLS_RETURN);
        assertThat(ValueRules.at(Position.RESULT)).hasAtLeastOneElementOfType(NullsReturn.class);
    }
}
