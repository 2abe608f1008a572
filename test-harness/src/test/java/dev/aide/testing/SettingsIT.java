package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the agent to what its settings say: where they come from, and what each does. */
class SettingsIT {
    @TempDir
    static Path folder;

    private static ShopProgram shop;

    @BeforeAll
    static void compile() {
        shop = ShopProgram.writtenTo(folder);
    }

    @Test
    void a_property_comes_before_an_argument_before_the_environment_before_a_file() throws IOException {
        Path file = Files.writeString(
                folder.resolve("aide.properties"), "aide.types.depth=budget:2\nmode=enforce\nvalues=show\n");
        ForkedJvm byFile = shop.underAgent().property("aide.config", file.toString());
        ForkedJvm byEnvironment = byFile.environment("AIDE_TYPES_DEPTH", "budget:3");
        ForkedJvm byArgument =
                shop.underAgent("types.depth=budget:4;config=" + file).environment("AIDE_TYPES_DEPTH", "budget:3");
        ForkedJvm byProperty = byArgument.property("aide.types.depth", "budget:5");

        assertThat(byFile.run().stderr()).contains(" · enforce · depth budget:2\n", "is java.lang.Integer 4711, ");
        assertThat(byEnvironment.run().stderr()).contains(" · enforce · depth budget:3\n");
        assertThat(byArgument.run().stderr()).contains(" · enforce · depth budget:4\n");
        assertThat(byProperty.run().stderr()).contains(" · enforce · depth budget:5\n");
    }

    @Test
    void an_unknown_variable_of_the_environment_only_warns() {
        Outcome outcome = shop.underAgent().environment("AIDE_TYPO", "1").run().expectExit(0);

        assertThat(outcome.stderr())
                .startsWith("aide: environment variable AIDE_TYPO is not a setting of aide; ignored\naide holds ");
        assertThat(outcome.stdout()).isEqualTo(ShopProgram.output("passes", "passes", "passes"));
    }

    @Test
    void a_part_has_a_mode_of_its_own() {
        assertThat(stdout(shop.underAgent().property("aide.mode", "warn,fixture.billing.**=enforce")))
                .isEqualTo(ShopProgram.output("passes", "passes", "ClassCast"));
        Outcome partly = shop.underAgent()
                .property("aide.mode", "off,fixture.billing.**=enforce")
                .run()
                .expectExit(0);
        assertThat(partly.stdout()).isEqualTo(ShopProgram.output("passes", "passes", "ClassCast"));
        assertThat(partly.stderr())
                .contains(" · off,fixture.billing.**=enforce · depth sample\n")
                .contains("\n  classes     woven 1 · nothing to check 1 · ");
        assertThat(stdout(shop.underAgent().property("aide.mode", "enforce,fixture.*=warn")))
                .isEqualTo(ShopProgram.output("passes", "passes", "ClassCast"));
        assertThat(stdout(shop.underAgent().property("aide.mode", "fixture.Shop=enforce")))
                .isEqualTo(ShopProgram.output("ClassCast", "ClassCast", "passes"));
    }

    @Test
    void strict_enforces_rules_of_style_too() {
        assertThat(stdout(shop.underAgent("mode=enforce")))
                .isEqualTo(ShopProgram.output("ClassCast", "ClassCast", "ClassCast"));
        // stock(List articles) leaves its parameter raw, which fails each call before the result is looked at
        assertThat(stdout(shop.underAgent("mode=strict")))
                .isEqualTo(ShopProgram.output("ClassCast", "IllegalState", "ClassCast"));
    }

    @Test
    void a_rule_has_a_level_of_its_own() {
        Outcome oneOff =
                shop.underAgent("mode=enforce;rule.types.return=off").run().expectExit(0);
        assertThat(oneOff.stdout()).isEqualTo(ShopProgram.output("ClassCast", "passes", "ClassCast"));
        assertThat(oneOff.stderr()).doesNotContain("types.return");

        assertThat(stdout(shop.underAgent("rule.types=enforce")))
                .isEqualTo(ShopProgram.output("ClassCast", "ClassCast", "ClassCast"));
        assertThat(stdout(shop.underAgent("rule.types=enforce;rule.types.argument=off,fixture.billing.**=enforce")))
                .isEqualTo(ShopProgram.output("passes", "ClassCast", "ClassCast"));
    }

    @Test
    void what_a_block_says_silences_it() {
        String block = shop.underAgent().run().expectExit(0).stderr();
        assertThat(block).contains("silence: -Daide.rule.types.argument=fixture.Shop=off\n");

        assertThat(Finding.printed(shop.underAgent()
                        .property("aide.rule.types.argument", "fixture.Shop=off")
                        .run()
                        .stderr()))
                .extracting(Finding::method)
                .containsExactly("fixture.Shop.stock", "fixture.billing.Billing.bill");
    }

    @Test
    void patterns_say_what_is_held() {
        assertThat(stdout(shop.underAgent("mode=enforce;include=fixture.billing.**")))
                .isEqualTo(ShopProgram.output("passes", "passes", "ClassCast"));
        assertThat(stdout(shop.underAgent("mode=enforce;include=fixture.*")))
                .isEqualTo(ShopProgram.output("ClassCast", "ClassCast", "passes"));
        assertThat(stdout(shop.underAgent("mode=enforce;include=fixture.Shop, fixture.billing.Billing")))
                .isEqualTo(ShopProgram.output("ClassCast", "ClassCast", "ClassCast"));
        assertThat(stdout(shop.underAgent("mode=enforce;exclude=fixture.billing.**")))
                .isEqualTo(ShopProgram.output("ClassCast", "ClassCast", "passes"));
    }

    @JdkTest({8, 17})
    void by_default_the_package_of_the_main_class_is_held(Jdk jdk) {
        assertThat(shop.underAgent(jdk).run().expectExit(0).stderr())
                .startsWith("aide holds fixture.** (by the main class fixture.Shop; aide.include changes it)"
                        + " · warn · depth sample\n");
        assertThat(shop.underAgent(jdk, "fixture.one.two.three.Deep")
                        .run()
                        .expectExit(0)
                        .stderr())
                .startsWith("aide holds fixture.one.two.** (by the main class fixture.one.two.three.Deep;");
        assertThat(Finding.printed(
                        shop.underAgent(jdk, "Unnamed").run().expectExit(0).stderr()))
                .containsExactly(new Finding("Unnamed.named", "names[0]", "java.lang.Integer", "java.lang.String"));
    }

    @Test
    void that_nothing_was_in_scope_is_said_loudly() {
        assertThat(shop.underAgent("include=com.acme.**").run().expectExit(0).stderr())
                .contains("\n  classes     woven 0 · nothing to check 0 · out of scope ")
                .contains("\n  WARNING     no class was in scope, so nothing was held;"
                        + " set aide.include to your packages, such as com.acme.**\n");
    }

    @JdkTest({8, 17})
    void off_does_nothing_and_says_nothing(Jdk jdk) {
        Outcome outcome = shop.underAgent(jdk)
                .property("aide.mode", "off")
                .property("aide.rule.types", "enforce")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo(ShopProgram.output("passes", "passes", "passes"));
        assertThat(outcome.stderr()).isEmpty();
    }

    @Test
    void values_are_hidden_unless_shown() {
        assertThat(shop.underAgent().run().stderr())
                .contains("is java.lang.Integer, declared")
                .doesNotContain("4711", "tea");
        assertThat(shop.underAgent("values=show").run().stderr()).contains("is java.lang.Integer 4711, declared");
    }

    @JdkTest({8, 17})
    void handlers_get_the_exceptions_that_were_asked_for(Jdk jdk) {
        ForkedJvm enforced = shop.underAgent(jdk).property("aide.mode", "enforce");

        assertThat(stdout(enforced)).isEqualTo(ShopProgram.output("ClassCast", "ClassCast", "ClassCast"));
        assertThat(stdout(enforced.property("aide.exceptions", "plain")))
                .isEqualTo(ShopProgram.output("IllegalArgument", "IllegalState", "IllegalArgument"));
    }

    @JdkTest({8, 17})
    void a_program_can_tell_a_violation_from_other_exceptions(Jdk jdk) {
        ForkedJvm guarded = shop.underAgent(jdk, "fixture.Guarded").property("aide.mode", "enforce");

        assertThat(stdout(guarded)).isEqualTo("types.argument\n");
        assertThat(stdout(guarded.property("aide.exceptions", "plain"))).isEqualTo("types.argument\n");
    }

    private static String stdout(ForkedJvm program) {
        return program.run().expectExit(0).stdout();
    }
}
