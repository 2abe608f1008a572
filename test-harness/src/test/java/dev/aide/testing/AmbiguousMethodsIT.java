package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;

/** Counts what {@code convention.ambiguous} blames in jars of others; docs/rules/convention.ambiguous.md weighs it. */
class AmbiguousMethodsIT {
    @TempDir
    Path folder;

    @JdkTest(17)
    void findings_in_jars_are_as_many_as_the_page_says(Jdk jdk) {
        Fixture.sources(17, "AmbiguousMethods", "SwappedCalls")
                .classpath(AgentJar.path())
                .compile()
                .writeTo(folder);
        String[] jars = Stream.of(
                        "ant",
                        "antlr4-runtime",
                        "checkstyle",
                        "commons-collections",
                        "guava",
                        "Saxon-HE",
                        "spring-core")
                .map(name -> Jars.path(name + ".jar").toString())
                .toArray(String[]::new);

        assertThat(ForkedJvm.on(jdk)
                        .classpath(folder, AgentJar.path())
                        .main("fixture.AmbiguousMethods")
                        .args(jars)
                        .timeout(Duration.ofMinutes(5))
                        .run()
                        .expectExit(0)
                        .stdout()
                        .lines()
                        .filter(line -> line.startsWith("== ")))
                .containsExactly(
                        "== ant.jar: 245 of 10609 methods",
                        "== antlr4-runtime.jar: 73 of 1677 methods",
                        "== checkstyle.jar: 154 of 10397 methods",
                        "== commons-collections.jar: 46 of 3998 methods",
                        "== guava.jar: 215 of 14122 methods",
                        "== Saxon-HE.jar: 371 of 21846 methods",
                        "== spring-core.jar: 274 of 6511 methods");
    }
}
