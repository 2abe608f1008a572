package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** {@code @dev.aide.Unchecked} takes out of rules what it stands on, those rules only, and nothing around it. */
class UncheckedIT {
    @JdkTest
    void each_annotation_silences_what_it_names_where_it_stands(Jdk jdk, @TempDir Path classes) {
        Fixture.sources(8, "UncheckedCases")
                .classpath(AgentJar.path())
                .compile()
                .writeTo(classes);

        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .classpath(classes)
                .main("fixture.UncheckedCases")
                .run()
                .expectExit(0);

        assertThat(Finding.printed(outcome.stderr()))
                .containsExactly(
                        finding("UncheckedCases.held", "names[1]"),
                        finding("UncheckedCases.ofArguments", "result[1]"),
                        finding("UncheckedCases.ofOthers", "names[1]"),
                        finding("UncheckedCases.ofHalfAWord", "names[1]"),
                        finding("UncheckedCases.ofParameter", "others[1]"),
                        finding("UncheckedCases$Outer$Nested.take", "names[1]"));
    }

    @JdkTest({8, 17, 25})
    void a_program_runs_without_the_annotation_on_its_class_path(Jdk jdk, @TempDir Path classes) {
        Fixture.sources(8, "UncheckedCases")
                .classpath(AgentJar.path())
                .compile()
                .writeTo(classes);

        ForkedJvm.on(jdk)
                .classpath(classes)
                .main("fixture.UncheckedCases")
                .run()
                .expectExit(0);
    }

    private static Finding finding(String method, String position) {
        return new Finding("fixture." + method, position, "java.lang.Integer", "java.lang.String");
    }
}
