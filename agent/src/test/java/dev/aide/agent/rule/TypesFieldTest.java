package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.Unchecked;
import dev.aide.agent.rule.SiteSpec.Position;
import dev.aide.agent.type.Mismatch;
import java.util.List;
import org.junit.jupiter.api.Test;

class TypesFieldTest implements RuleOfTypes {
    private final TypesField rule = new TypesField();

    @Override
    public ValueRule rule() {
        return rule;
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
