package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.type.Need;
import org.junit.jupiter.api.Test;

/** What holds for each rule that excludes null. */
interface RuleOfNulls {
    ValueRule rule();

    @Test
    default void only_what_excludes_null_is_looked_at() {
        assertThat(rule().need(Values.of("!Ljava/lang/String;"))).isEqualTo(Need.VALUE);
        assertThat(rule().need(Values.of("Ljava/lang/String;"))).isEqualTo(Need.NOTHING);
        assertThat(rule().need(Values.of("Ljava/util/List<Ljava/lang/String;>;")))
                .isEqualTo(Need.NOTHING);
    }

    @Test
    default void elements_that_exclude_null_are_looked_at_too() {
        assertThat(rule().need(Values.of("Ljava/util/List<!Ljava/lang/String;>;")))
                .isEqualTo(Need.VALUE);
        assertThat(rule().need(Values.of("[!Ljava/lang/String;"))).isEqualTo(Need.VALUE);
    }

    @Test
    default void a_null_is_a_null_whatever_the_receiver_says() {
        assertThat(rule().need(Values.of("!TT;"))).isEqualTo(Need.VALUE);
    }
}
