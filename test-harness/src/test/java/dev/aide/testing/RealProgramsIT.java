package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs of others, as they are published, with everything of theirs held to full depth: they do and say what they do
 * without the agent, and it blames nothing that is right.
 */
class RealProgramsIT {
    private static final Path AGENT = Path.of(System.getProperty("agent.sources"));

    @TempDir
    Path folder;

    @Test
    void h2_runs_thousands_of_statements() throws IOException {
        Path script = Files.writeString(folder.resolve("script.sql"), SqlScript.text());
        ForkedJvm h2 = program("org.h2.tools.RunScript", "h2.jar")
                .args("-url", "jdbc:h2:mem:", "-script", script.toString(), "-showResults");

        Outcome outcome = expectSameUnderAgent(h2);
        assertThat(outcome.stderr()).contains("violations  0 of 0 kinds");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).contains("Customer 199", "CREATE MEMORY TABLE \"SHOP\".\"ORDERS\"");
    }

    @Test
    void checkstyle_reads_the_types_of_the_agent() {
        checkstyle(AGENT.resolve("dev/aide/agent/type"), "CheckCompiler.java:");
    }

    @Tag("long")
    @Test
    void checkstyle_reads_all_sources_of_the_agent() {
        checkstyle(AGENT, "Agent.java:");
    }

    private static void checkstyle(Path sources, String mentioned) {
        ForkedJvm checkstyle = program(
                        "com.puppycrawl.tools.checkstyle.Main",
                        "checkstyle.jar",
                        "antlr4-runtime.jar",
                        "commons-beanutils.jar",
                        "commons-collections.jar",
                        "commons-logging.jar",
                        "failureaccess.jar",
                        "guava.jar",
                        "picocli.jar",
                        "Saxon-HE.jar",
                        "xmlresolver.jar")
                .args("-c", "/sun_checks.xml", sources.toString());

        Outcome outcome = expectSameUnderAgent(checkstyle);
        assertThat(outcome.stdout()).contains(mentioned, "Audit done.");
        // true, and harmless, since the method asks for null first; docs/field-notes.md has more of it
        assertThat(outcome.stderr())
                .containsPattern("violations  \\d+ of 1 kind, ")
                .contains("""
                aide nulls.argument  com.puppycrawl.tools.checkstyle.utils.CommonUtil.matchesFileExtension(File file, String... fileExtensions)
                  fileExtensions  is null, declared @NonNull java.lang.String[]
                """);
    }

    @Test
    void ant_runs_a_build_file() throws IOException {
        Path build = Files.write(
                folder.resolve("build.xml"),
                RealProgramsIT.class.getResourceAsStream("ant-build.xml").readAllBytes());
        ForkedJvm ant = program("org.apache.tools.ant.launch.Launcher", "ant-launcher.jar", "ant.jar")
                .args("-nouserlib", "-f", build.toString());

        Outcome outcome = expectSameUnderAgent(ant);
        assertThat(outcome.stderr()).contains("violations  0 of 0 kinds");
        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.stdout()).contains("BUILD SUCCESSFUL");
    }

    private static Outcome expectSameUnderAgent(ForkedJvm program) {
        Outcome alone = program.run();
        Outcome outcome = program.agent(AgentJar.path())
                .property("aide.include", "**")
                .property("aide.types.depth", "full")
                .run()
                .expectExit(alone.exitCode());

        assertThat(timeless(outcome.stdout())).isEqualTo(timeless(alone.stdout()));
        assertThat(outcome.stderr()).contains(alone.stderr()).containsPattern("woven [1-9]\\d* .* failed 0\n");
        return outcome;
    }

    /** Ant says how long it took. */
    private static String timeless(String text) {
        return text.replaceAll("Total time: .*", "Total time");
    }

    private static ForkedJvm program(String main, String... jars) {
        return ForkedJvm.on(Jdk.running())
                .classpath(Arrays.stream(jars).map(Jars::path).toArray(Path[]::new))
                .main(main);
    }
}
