package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArityDeclaredTest {
    @Test
    void more_parameters_than_allowed_are_found() {
        assertThat(Judging.by("arity.max=2;rule.convention=off;rule.docs=off").findings(Lines.class))
                .containsExactly(
                        "Lines.three(int a, long b, String c): has 3 parameters, at most 2 are allowed (aide.arity.max)");
    }

    @Test
    void what_the_compiler_adds_does_not_count() {
        assertThat(Judging.by("arity.max=2;rule.convention=off;rule.docs=off").findings(Lines.Inner.class))
                .isEmpty();
        assertThat(Judging.by("arity.max=1;rule.convention=off;rule.docs=off").findings(Lines.Inner.class))
                .hasSize(1);
        assertThat(Judging.by("arity.max=1;rule.convention=off;rule.docs=off").findings(Lines.Kind.class))
                .isEmpty();
    }

    @SuppressWarnings({"unused", "ClassCanBeStatic"}) // an inner class is what the test is about
    static class Lines {
        static void two(int a, long b) {}

        static void three(int a, long b, String c) {}

        static void varargs(int a, Object... more) {}

        class Inner {
            Inner(int a, int b) {}
        }

        enum Kind {
            ONE("1");

            Kind(String text) {}
        }
    }
}
