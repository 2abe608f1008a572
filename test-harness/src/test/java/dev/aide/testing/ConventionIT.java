package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Holds signatures to {@code convention.raw} and {@code convention.names}. */
class ConventionIT {
    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Shapes").classpath(AgentJar.path()).compile().writeTo(classes);
        Fixture.sources(8, "Shapes")
                .withoutDebugInformation()
                .classpath(AgentJar.path())
                .compile()
                .writeTo(classes.resolve("unnamed"));
        Fixture.sources(8, "Shapes")
                .withoutDebugInformation()
                .parameters()
                .classpath(AgentJar.path())
                .compile()
                .writeTo(classes.resolve("parameters"));
    }

    @JdkTest
    void enforce_stops_calls_of_methods_that_leave_a_type_raw(Jdk jdk) {
        Outcome outcome = shapes(jdk)
                .property("aide.rule.convention.raw", "enforce")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout().lines().filter(line -> !line.endsWith(" passes")))
                .containsExactly(
                        "SMALL14",
                        "raw aide convention.raw  fixture.Shapes.raw(Map<String, List> index, Set names)",
                        "silencedArity aide convention.raw  fixture.Shapes.silencedArity"
                                + "(int a, int b, int c, int d, int e, int f, int g, int h, List i)");
        assertThat(outcome.stderr()).contains("""
                aide convention.raw  fixture.Shapes.raw(Map<String, List> index, Set names)
                  leaves raw: index (List), names (Set), result (List); give each its type arguments, or <?>
                  called from fixture.Shapes.lambda$main$6(Shapes.java:76)
                  1st of this kind here · enforce · silence: -Daide.rule.convention.raw=fixture.Shapes=off
                """);
    }

    @JdkTest
    void warn_lists_raw_types_in_the_summary_only(Jdk jdk) {
        Outcome outcome = shapes(jdk).run().expectExit(0);

        assertThat(outcome.stdout()).contains("raw passes\n");
        assertThat(outcome.stderr()).doesNotContain("aide convention").contains("""
                    convention.raw  2 kinds: no signature leaves a generic type raw
                      fixture.Shapes.raw(Map<String, List> index, Set names)
                          leaves raw: index (List), names (Set), result (List); give each its type arguments, or <?>
                      fixture.Shapes.silencedArity(int a, int b, int c, int d, int e, int f, int g, int h, List i)
                          leaves raw: i (List); give each its type arguments, or <?>
                """.stripTrailing());
    }

    @JdkTest
    void methods_without_names_for_their_parameters_are_found_where_the_rule_is_named(Jdk jdk) {
        Outcome outcome = shapes(jdk)
                .classpath(classes.resolve("unnamed"))
                .property("aide.rule.convention.names", "enforce")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout())
                .contains("eight aide convention.names  fixture.Shapes.eight(int arg0, long arg1, ")
                .contains("full aide convention.names  ")
                .contains("wide passes\n", "wideOf passes\n", "compare passes\n", "silenced passes\n");
        assertThat(outcome.stderr())
                .contains("\n  has no names for its parameters in the class file; compile with -parameters or -g\n");
    }

    @JdkTest({8, 17, 25})
    void either_form_of_names_will_do(Jdk jdk) {
        ForkedJvm named = shapes(jdk).property("aide.rule.convention.names", "enforce");

        assertThat(named.run().expectExit(0).stdout()).doesNotContain("convention.names");
        assertThat(named.classpath(classes.resolve("parameters"))
                        .run()
                        .expectExit(0)
                        .stdout())
                .doesNotContain("convention.names");
    }

    @JdkTest({8, 17, 25})
    void names_are_asked_for_under_strict_and_not_under_enforce(Jdk jdk) {
        ForkedJvm unnamed = shapes(jdk).classpath(classes.resolve("unnamed"));

        assertThat(unnamed.property("aide.mode", "strict").run().expectExit(0).stdout())
                .contains("full aide convention.names");
        assertThat(unnamed.property("aide.mode", "enforce").run().expectExit(0).stderr())
                .doesNotContain("convention.names");
    }

    /** With a report, for which the end of a program waits until all is judged. */
    private static ForkedJvm shapes(Jdk jdk) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.report", classes.resolve("report.json").toString())
                .classpath(classes)
                .main("fixture.Shapes");
    }
}
