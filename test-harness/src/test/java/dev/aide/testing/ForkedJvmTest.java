package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ForkedJvmTest {
    private static final String PROGRAM = """
            import java.lang.management.ManagementFactory;
            import java.nio.file.*;

            public class Program {
                public static void main(String[] args) throws Exception {
                    switch (args[0]) {
                        case "exit": System.exit(Integer.parseInt(args[1])); break;
                        case "both": System.out.print("out \u00fc"); System.err.print("err"); break;
                        case "property": System.out.print(System.getProperty(args[1])); break;
                        case "variable": System.out.print(System.getenv(args[1])); break;
                        case "directory": System.out.print(Paths.get("").toAbsolutePath()); break;
                        case "stdin": System.out.print(System.in.read()); break;
                        case "much": for (int i = 0; i < 200000; i++) System.out.println("0123456789"); break;
                        case "forever":
                            System.out.print("waiting");
                            System.out.flush();
                            Files.write(Paths.get(args[1]), ManagementFactory.getRuntimeMXBean().getName().getBytes());
                            Thread.currentThread().join();
                    }
                }
            }
            """;

    @TempDir
    static Path folder;

    private static ForkedJvm program;

    @BeforeAll
    static void compile() {
        JavaSources.release(8).source("Program", PROGRAM).compile().writeTo(folder);
        program = ForkedJvm.on(Jdk.running()).classpath(folder).main("Program");
    }

    @Test
    void tells_the_exit_code() {
        assertThat(program.args("exit", "7").run().exitCode()).isEqualTo(7);
    }

    @Test
    void keeps_stdout_and_stderr_apart_and_reads_utf_8() {
        Outcome outcome = program.args("both").run();
        assertThat(outcome.stdout()).isEqualTo("out ü");
        assertThat(outcome.stderr()).isEqualTo("err");
    }

    @Test
    void passes_properties_on() {
        assertThat(program.property("shop.city", "Kiel")
                        .args("property", "shop.city")
                        .run()
                        .stdout())
                .isEqualTo("Kiel");
    }

    @Test
    void passes_environment_variables_on() {
        assertThat(program.environment("SHOP_CITY", "Kiel")
                        .args("variable", "SHOP_CITY")
                        .run()
                        .stdout())
                .isEqualTo("Kiel");
    }

    @Test
    void runs_in_a_directory() throws IOException {
        Path directory = folder.toRealPath();
        assertThat(program.directory(directory).args("directory").run().stdout())
                .isEqualTo(directory.toString());
    }

    @Test
    void gives_the_program_nothing_to_read() {
        assertThat(program.args("stdin").run().stdout()).isEqualTo("-1");
    }

    @Test
    void holds_output_larger_than_any_pipe() {
        assertThat(program.args("much").run().stdout()).hasSize(200_000 * 11);
    }

    @Test
    void measures_how_long_it_took() {
        assertThat(program.args("exit", "0").run().duration()).isPositive();
    }

    @Test
    void destroys_what_does_not_end_in_time() throws IOException {
        Path name = folder.resolve("name");
        // long enough for the program to have started, on a busy machine too
        ForkedJvm endless = program.timeout(Duration.ofSeconds(10)).args("forever", name.toString());

        assertThatThrownBy(endless::run)
                .isInstanceOf(ForkTimeoutException.class)
                .hasMessageStartingWith("Not ended after ")
                .hasMessageContaining("Program forever")
                .hasMessageContaining("--- stdout\nwaiting");
        long pid = Long.parseLong(Files.readString(name).replaceFirst("@.*", ""));
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void says_what_could_not_be_started() {
        ForkedJvm absent = ForkedJvm.on(new Jdk(99, folder.resolve("absent")));
        assertThatThrownBy(absent::run)
                .isInstanceOf(UncheckedIOException.class)
                .hasMessage("Cannot run " + folder.resolve("absent/bin/java"));
    }

    @Test
    void runs_jars_with_agents_and_options_in_order() {
        ForkedJvm jvm = ForkedJvm.on(new Jdk(17, Path.of("/jdk")))
                .agent(Path.of("a.jar"))
                .agent(Path.of("b.jar"), "mode=warn")
                .jvmOption("-Xmx64m", "-ea")
                .jar(Path.of("shop.jar"))
                .args("x");
        assertThat(jvm.command())
                .containsExactly(
                        "/jdk/bin/java",
                        "-javaagent:a.jar",
                        "-javaagent:b.jar=mode=warn",
                        "-Xmx64m",
                        "-ea",
                        "-jar",
                        "shop.jar",
                        "x");
    }
}
