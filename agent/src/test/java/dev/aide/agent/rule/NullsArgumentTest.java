package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.type.Mismatch;
import org.junit.jupiter.api.Test;

class NullsArgumentTest implements RuleOfNulls {
    @Override
    public ValueRule rule() {
        return new NullsArgument();
    }

    @Test
    void it_is_broken_by_a_null_at_entry() {
        assertThat(Position.ARGUMENT.rule(Mismatch.Kind.NULL)).isEqualTo(Rule.NULLS_ARGUMENT);
        assertThat(ValueRules.at(Position.ARGUMENT)).hasAtLeastOneElementOfType(NullsArgument.class);
    }
}
