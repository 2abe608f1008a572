package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Need;
import org.junit.jupiter.api.Test;

class NullsReturnTest {
    private final NullsReturn rule = new NullsReturn();

    @Test
    void only_what_excludes_null_is_looked_at() {
        assertThat(rule.need(Values.of("!Ljava/lang/String;"))).isEqualTo(Need.VALUE);
        assertThat(rule.need(Values.of("Ljava/lang/String;"))).isEqualTo(Need.NOTHING);
        assertThat(rule.need(Values.of("Ljava/util/List<Ljava/lang/String;>;"))).isEqualTo(Need.NOTHING);
    }

    @Test
    void elements_that_exclude_null_are_looked_at_too() {
        assertThat(rule.need(Values.of("Ljava/util/List<!Ljava/lang/String;>;")))
                .isEqualTo(Need.VALUE);
        assertThat(rule.need(Values.of("[!Ljava/lang/String;"))).isEqualTo(Need.VALUE);
    }

    @Test
    void a_null_is_a_null_whatever_the_receiver_says() {
        assertThat(rule.need(Values.of("!TT;"))).isEqualTo(Need.VALUE);
    }

    @Test
    void it_is_broken_by_a_null_before_a_return() {
        assertThat(Position.RESULT.rule(Mismatch.Kind.NULL)).isEqualTo(Rule.NULLS_RETURN);
        assertThat(ValueRules.at(Position.RESULT)).hasAtLeastOneElementOfType(NullsReturn.class);
    }
}
