package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.Unchecked;
import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.Need;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypesFieldTest {
    private final TypesField rule = new TypesField();

    @Test
    void what_the_jvm_proves_is_left_alone() {
        assertThat(rule.need(Values.of("I"))).isEqualTo(Need.NOTHING);
        assertThat(rule.need(Values.of("Ljava/lang/String;"))).isEqualTo(Need.NOTHING);
        assertThat(rule.need(Values.of("Ljava/util/ArrayList<*>;"))).isEqualTo(Need.NOTHING);
    }

    @Test
    void type_arguments_and_interfaces_are_seen_in_the_value() {
        assertThat(rule.need(Values.of("Ljava/util/ArrayList<Ljava/lang/String;>;")))
                .isEqualTo(Need.VALUE);
        assertThat(rule.need(Values.of("Ljava/lang/Runnable;"))).isEqualTo(Need.VALUE);
    }

    @Test
    void a_type_variable_of_the_class_is_the_receivers_to_say() {
        assertThat(rule.need(Values.of("TT;"))).isEqualTo(Need.RECEIVER);
        assertThat(rule.need(Values.ofStatic("TT;"))).isEqualTo(Need.NOTHING);
        assertThat(rule.need(Values.ofStatic("TR;"))).isEqualTo(Need.VALUE);
    }

    @Test
    void null_is_no_matter_of_types() {
        assertThat(rule.need(Values.of("!Ljava/lang/String;"))).isEqualTo(Need.NOTHING);
    }

    @Test
    void it_is_broken_by_a_wrong_type_before_a_write() {
        assertThat(Position.FIELD.rule(Mismatch.Kind.TYPE)).isEqualTo(Rule.TYPES_FIELD);
        assertThat(ValueRules.at(Position.FIELD)).hasAtLeastOneElementOfType(TypesField.class);
    }

    @Test
    void a_field_without_a_generic_type_is_left_alone() {
        assertThat(holds("names")).isTrue();
        assertThat(holds("raw")).isFalse();
        assertThat(holds("count")).isFalse();
    }

    @Test
    void a_field_that_is_silenced_is_left_alone() {
        assertThat(holds("silenced")).isFalse();
        assertThat(holds("silencedElsewhere")).isTrue();
    }

    private boolean holds(String field) {
        return Judging.file(Fields.class).fields().stream()
                .filter(each -> each.name().equals(field))
                .allMatch(rule::holds);
    }

    @SuppressWarnings({"unused", "rawtypes"})
    private static final class Fields {
        List<String> names;
        List raw;
        int count;

        @Unchecked("types")
        List<String> silenced;

        @Unchecked("nulls")
        List<String> silencedElsewhere;
    }
}
