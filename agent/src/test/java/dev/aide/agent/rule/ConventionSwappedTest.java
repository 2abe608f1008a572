package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ConventionSwappedTest {
    private static final Judging JUDGING = Judging.byRule("convention.swapped");

    @Test
    void a_call_is_blamed_in_the_method_that_makes_it_with_its_line() {
        assertThat(JUDGING.findings(Drawings.Drawing.class))
                .filteredOn(finding -> finding.startsWith("Drawing.draw("))
                .singleElement()
                .asString()
                .matches("Drawing\\.draw\\(int width, int height\\): calls Drawings\\.Image\\.resize the wrong"
                        + " way round: \\Qdev.aide.agent.rule.Drawings.Image"
                        + ".resize(width, height)\\E is given height as width, width as"
                        + " height \\(Drawings\\.java:\\d+\\)");
    }

    @Test
    void a_finding_is_known_by_the_call_and_what_it_is_given() {
        assertThat(JUDGING.enforced(Drawings.Drawing.class, "draw(II)V"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.position()).isEqualTo("Drawings.Image.resize");
                    assertThat(finding.found()).isEqualTo("height, width");
                });
    }

    @Test
    void each_call_is_a_finding_of_its_own_and_told_by_its_number() {
        assertThat(JUDGING.enforced(Drawings.Drawing.class, "drawTwice(II)V"))
                .extracting(StaticFinding::call)
                .containsExactly(1, 2);
    }

    @Test
    void a_parameter_of_the_called_method_can_be_silenced() {
        assertThat(JUDGING.methods(Drawings.Poster.class)).containsExactly("draw");
    }

    @Test
    void calls_in_order_and_silenced_ones_are_left_alone() {
        assertThat(JUDGING.methods(Drawings.Drawing.class)).containsExactlyInAnyOrder("draw", "drawTwice", "drawTwice");
        assertThat(JUDGING.findings(Drawings.Sketch.class)).isEmpty();
    }
}
