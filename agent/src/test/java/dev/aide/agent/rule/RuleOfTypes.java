package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.type.Need;
import org.junit.jupiter.api.Test;

/** What holds for each rule that holds values to their generic types. */
interface RuleOfTypes {
    ValueRule rule();

    @Test
    default void what_the_jvm_proves_is_left_alone() {
        assertThat(rule().need(Values.of("I"))).isEqualTo(Need.NOTHING);
        assertThat(rule().need(Values.of("Ljava/lang/String;"))).isEqualTo(Need.NOTHING);
        assertThat(rule().need(Values.of("Ljava/util/ArrayList<*>;"))).isEqualTo(Need.NOTHING);
    }

    @Test
    default void type_arguments_and_interfaces_are_seen_in_the_value() {
        assertThat(rule().need(Values.of("Ljava/util/ArrayList<Ljava/lang/String;>;")))
                .isEqualTo(Need.VALUE);
        assertThat(rule().need(Values.of("Ljava/lang/Runnable;"))).isEqualTo(Need.VALUE);
    }

    @Test
    default void a_type_variable_of_the_class_is_the_receivers_to_say() {
        assertThat(rule().need(Values.of("TT;"))).isEqualTo(Need.RECEIVER);
        assertThat(rule().need(Values.ofStatic("TT;"))).isEqualTo(Need.NOTHING);
        assertThat(rule().need(Values.ofStatic("TR;"))).isEqualTo(Need.VALUE);
    }

    @Test
    default void null_is_no_matter_of_types() {
        assertThat(rule().need(Values.of("!Ljava/lang/String;"))).isEqualTo(Need.NOTHING);
    }
}
