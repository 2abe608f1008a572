package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.Unchecked;
import java.util.List;
import org.junit.jupiter.api.Test;

class JudgeTest {
    @Test
    void a_rule_that_is_off_finds_nothing() {
        String others = "arity.max=1;rule.docs=off";

        assertThat(Judging.by(others).findings(Orders.class)).hasSize(3);
        assertThat(Judging.by(others + ";rule.convention.raw=off").methods(Orders.class))
                .containsExactly("place", "placeAll");
        assertThat(Judging.by(others + ";rule.arity=dev.aide.**=off").methods(Orders.class))
                .containsExactly("placeAll");
    }

    @Test
    void a_class_has_rules_while_one_of_them_is_on() {
        assertThat(Judging.by("mode=warn").hasRules(Orders.class)).isTrue();
        assertThat(Judging.by("rule.arity=off;rule.convention=off;rule.docs=off")
                        .hasRules(Orders.class))
                .isFalse();
    }

    @Test
    void only_what_is_enforced_condemns_a_method() {
        String methodId = "placeAll(Ljava/util/List;I)V";

        assertThat(Judging.by("arity.max=1;mode=enforce").enforced(Orders.class, methodId))
                .isEmpty();
        assertThat(Judging.by("arity.max=1;rule.arity=enforce").enforced(Orders.class, methodId))
                .extracting(StaticFinding::rule)
                .containsExactly(Rule.ARITY_DECLARED);
        assertThat(Judging.by("arity.max=1;rule.arity=enforce").enforced(Orders.class, "none()V"))
                .isEmpty();
    }

    @SuppressWarnings({"unused", "rawtypes"})
    static class Orders {
        static void place(int number, String article) {}

        static void placeAll(List articles, int number) {}

        @Unchecked
        static void silenced(List articles, int number) {}

        @Unchecked({"arity", "convention"})
        static void silencedByRule(List articles, int number) {}
    }
}
