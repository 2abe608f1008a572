package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Holds calls to how many variable arguments they pass ({@code arity.varargs}). */
class ArityVarargsIT {
    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Varargs").classpath(AgentJar.path()).compile().writeTo(classes);
    }

    @JdkTest
    void a_call_passes_no_more_variable_arguments_than_allowed(Jdk jdk) {
        Outcome outcome = varargs(jdk)
                .property("aide.mode", "enforce")
                .property("aide.varargs.max", "3")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("""
                three numbers passes
                four numbers:   numbers  is longer, declared int[] of at most 3  (array of 4)
                no names passes
                three names passes
                four names:   more  is longer, declared java.lang.String[] of at most 3  (array of 4)
                four lists:   lists  is longer, declared java.util.List<java.lang.String>[] of at most 3  (array of 4)
                four wrong lists:   lists  is longer, declared java.util.List<java.lang.String>[] of at most 3  (array of 4)
                array passes
                silenced passes
                silenced parameter passes
                """);
    }

    @JdkTest({8, 17, 25})
    void without_a_limit_any_number_of_variable_arguments_passes(Jdk jdk) {
        assertThat(varargs(jdk)
                        .property("aide.rule.arity", "enforce")
                        .run()
                        .expectExit(0)
                        .stdout())
                .contains("four numbers passes\n", "four names passes\n", "four lists passes\n");
    }

    private static ForkedJvm varargs(Jdk jdk) {
        return ForkedJvm.on(jdk).agent(AgentJar.path()).classpath(classes).main("fixture.Varargs");
    }
}
