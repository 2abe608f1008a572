package dev.aide.agent.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.rule.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExplainCommandTest {
    @ParameterizedTest
    @EnumSource
    void each_rule_has_a_page_that_reads_well_in_a_terminal(Rule rule) {
        Ran ran = Ran.with("explain", rule.id());

        assertThat(ran.exitCode()).isZero();
        assertThat(ran.err()).isEmpty();
        assertThat(ran.out()).startsWith(rule.id() + "\n\n").contains("\nWhy. ", "\nTo silence one case:");
        assertThat(ran.out().lines().filter(line -> !line.startsWith("    ")))
                .noneMatch(line -> line.contains("`") || line.contains("](") || line.contains("|--"));
    }

    @Test
    void without_a_rule_it_shows_all_of_them() {
        Ran ran = Ran.with("explain");

        assertThat(ran.exitCode()).isZero();
        for (Rule rule : Rule.values()) {
            assertThat(ran.out()).contains("\n" + rule.id() + "  ");
        }
        assertThat(ran.out()).endsWith("\njava -jar aide.jar explain RULE shows one of them.\n");
    }

    @Test
    void an_unknown_rule_is_refused_with_the_nearest() {
        assertThat(Ran.with("explain", "types.arguments"))
                .isEqualTo(new Ran(
                        ExitCode.WRONG_USE,
                        "",
                        "aide: 'types.arguments' is not a rule; did you mean types.argument?;"
                                + " java -jar aide.jar explain --help says what there is"
                                + System.lineSeparator()));
    }

    @Test
    void a_family_is_refused_with_its_rules() {
        assertThat(Ran.with("explain", "nulls").err())
                .isEqualTo("aide: 'nulls' is a family of rules; name one: nulls.argument, nulls.return;"
                        + " java -jar aide.jar explain --help says what there is" + System.lineSeparator());
    }
}
