package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Need;
import org.junit.jupiter.api.Test;

class ArityVarargsTest {
    private final ArityVarargs rule = new ArityVarargs();

    @Test
    void only_an_array_that_can_be_too_long_is_looked_at() {
        assertThat(rule.need(Values.atMost(3, "[I"))).isEqualTo(Need.VALUE);
        assertThat(rule.need(Values.atMost(0, "[TT;"))).isEqualTo(Need.VALUE);
        assertThat(rule.need(Values.of("[I"))).isEqualTo(Need.NOTHING);
    }

    @Test
    void it_is_broken_by_a_length_at_entry() {
        assertThat(Position.ARGUMENT.rule(Mismatch.Kind.LENGTH)).isEqualTo(Rule.ARITY_VARARGS);
        assertThat(ValueRules.at(Position.ARGUMENT)).hasAtLeastOneElementOfType(ArityVarargs.class);
    }
}
