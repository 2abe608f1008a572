package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.Unchecked;
import dev.aide.agent.classfile.MethodInfo;
import org.junit.jupiter.api.Test;

class SilencedTest {
    @Test
    void without_an_id_all_rules_are_silenced() {
        for (Rule rule : Rule.values()) {
            assertThat(of("all").covers(rule)).as(rule.id()).isTrue();
            assertThat(of("none").covers(rule)).as(rule.id()).isFalse();
        }
    }

    @Test
    void an_id_silences_itself_and_what_begins_with_it() {
        assertThat(of("some").covers(Rule.TYPES_ARGUMENT)).isTrue();
        assertThat(of("some").covers(Rule.TYPES_FIELD)).isTrue();
        assertThat(of("some").covers(Rule.ARITY_DECLARED)).isTrue();
        assertThat(of("some").covers(Rule.ARITY_VARARGS)).isFalse();
        assertThat(of("half").covers(Rule.TYPES_ARGUMENT)).isFalse();
    }

    @Test
    void what_is_silenced_around_adds_to_what_is_silenced_here() {
        Silenced both = of("half").within(of("some"));

        assertThat(both.covers(Rule.TYPES_RETURN)).isTrue();
        assertThat(both.covers(Rule.NULLS_RETURN)).isTrue();
        assertThat(both.covers(Rule.NULLS_ARGUMENT)).isFalse();
        assertThat(of("some").within(of("none")).covers(Rule.NULLS_RETURN)).isFalse();
        assertThat(of("none").within(of("all")).covers(Rule.NULLS_RETURN)).isTrue();
    }

    private static Silenced of(String name) {
        for (MethodInfo method : Judging.file(Methods.class).methods()) {
            if (method.name().equals(name)) {
                return Silenced.by(method.annotations());
            }
        }
        throw new AssertionError(name);
    }

    interface Methods {
        @Deprecated
        void none();

        @Unchecked
        void all();

        @Unchecked({"types", "arity.declared"})
        void some();

        @Unchecked({"typ", "nulls.return"})
        void half();
    }
}
