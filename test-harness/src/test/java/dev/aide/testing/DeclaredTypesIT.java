package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Holds the agent to each declared type: a wrong value is named to the element, a right one is let through. */
class DeclaredTypesIT {
    private static final Pattern TOTAL = Pattern.compile("\n  violations  (\\d+) of ");

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        Fixture.sources(
                        8,
                        "Cases",
                        "Members",
                        "Containers",
                        "Holders",
                        "Variables",
                        "LockedContainers",
                        "NamedContainers")
                .compile()
                .writeTo(classes);
        Fixture.sources(9, "ContainersOf9", "Cases").compile().writeTo(classes.resolve("9"));
        Fixture.sources(8, "Interfaces", "Shape", "Square", "Circle", "Cases")
                .compile()
                .writeTo(classes);
        // compiled against the one, run against the other
        JavaSources.release(8)
                .source("fixture.Circle", "package fixture; public class Circle {}")
                .compile()
                .writeTo(classes);
    }

    @JdkTest
    void members_are_held_whatever_they_are_and_wherever_their_parameters_lie(Jdk jdk) {
        expectEachAsWanted(run(jdk, "Members"), 50);
    }

    @JdkTest
    void containers_of_every_kind_are_walked(Jdk jdk) {
        expectEachAsWanted(run(jdk, "Containers"), 192);
    }

    @JdkTest({11, 17, 21, 25})
    void containers_of_java_9_are_walked(Jdk jdk) {
        expectEachAsWanted(
                underAgent(jdk, "ContainersOf9").classpath(classes.resolve("9")).run(), 21);
    }

    @JdkTest
    void holders_arrays_and_class_literals_are_looked_into(Jdk jdk) {
        expectEachAsWanted(run(jdk, "Holders"), 42);
    }

    @JdkTest
    void wildcards_and_variables_are_resolved(Jdk jdk) {
        expectEachAsWanted(run(jdk, "Variables"), 39);
    }

    @JdkTest
    void interface_typed_values_are_held_where_the_jvm_does_not(Jdk jdk) {
        expectEachAsWanted(run(jdk, "Interfaces"), 18);
    }

    @JdkTest
    void containers_that_lock_are_walked_on_request_only(Jdk jdk) {
        ForkedJvm program = underAgent(jdk, "LockedContainers");

        expectEachUntouched(program.run(), 29);
        expectEachAsWanted(program.property("aide.types.locked", "walk").run(), 29);
    }

    @JdkTest
    void containers_of_the_user_are_walked_where_they_are_named(Jdk jdk) {
        ForkedJvm program = underAgent(jdk, "NamedContainers");

        expectEachUntouched(program.run(), 5);
        expectEachAsWanted(
                program.property(
                                "aide.types.containers",
                                "fixture.NamedContainers$Bag,fixture.NamedContainers$Ring,fixture.NamedContainers$Registry")
                        .run(),
                5);
    }

    private static void expectEachAsWanted(Outcome outcome, int cases) {
        List<Case> all = Case.of(outcome.expectExit(0));
        assertThat(all).hasSize(cases);
        assertThat(all).as("%s", outcome.stderr()).allMatch(Case::isPassed);
        // nothing was found but what was thrown
        assertThat(violations(outcome))
                .isEqualTo(all.stream().mapToInt(Case::positions).sum());
        assertThat(outcome.stderr()).contains("failed 0").doesNotContain("not checked", "problem");
    }

    private static void expectEachUntouched(Outcome outcome, int cases) {
        assertThat(Case.of(outcome.expectExit(0))).hasSize(cases).allMatch(Case::isUntouched);
        assertThat(violations(outcome)).isZero();
        assertThat(outcome.stderr()).contains("failed 0").doesNotContain("not checked", "problem");
    }

    private static long violations(Outcome outcome) {
        Matcher total = TOTAL.matcher(outcome.stderr());
        assertThat(total.find()).as("%s", outcome).isTrue();
        return Long.parseLong(total.group(1));
    }

    private static Outcome run(Jdk jdk, String program) {
        return underAgent(jdk, program).run();
    }

    private static ForkedJvm underAgent(Jdk jdk, String program) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path(), "mode=enforce;types.depth=full")
                .classpath(classes)
                .main("fixture." + program);
    }
}
