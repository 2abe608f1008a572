package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Brings the agent into running programs, as a person does. */
class AttachIT {
    private static final String SCOPE = "fixture.** (by the main class fixture.Attached; aide.include changes it)";

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Attached").parameters().compile().writeTo(classes);
    }

    @JdkTest
    void the_agent_comes_into_a_running_program_and_its_modes_are_switched(Jdk jdk) throws IOException {
        try (LiveJvm jvm = LiveJvm.start(program(jdk))) {
            jvm.awaitLine("ready").enter();
            jvm.awaitLine("1 passes names");

            assertThat(attach(jdk, jvm).expectExit(0).stdout())
                    .isEqualTo("aide holds " + SCOPE + " · warn · depth sample · 1 loaded before\n");
            jvm.enter();
            jvm.awaitLine("2 passes names");
            assertThat(Finding.printed(jvm.stderr()))
                    .containsExactly(
                            new Finding("fixture.Attached.take", "names[1]", "java.lang.Integer", "java.lang.String"));

            assertThat(attach(jdk, jvm, "mode=enforce", "rule.types.return=off")
                            .expectExit(0)
                            .stdout())
                    .isEqualTo("switched to aide.mode=enforce aide.rule.types.return=off:"
                            + " 0 sites linked anew, 0 classes transformed again\n");
            jvm.enter();
            jvm.awaitLine("3 fails names");

            assertThat(attach(jdk, jvm, "mode=off").expectExit(0).stdout())
                    .isEqualTo("switched to aide.mode=off aide.rule.types.return=off:"
                            + " 1 site linked anew, 0 classes transformed again;"
                            + " aide.mode=off stops everything, whatever the rules say\n");
            jvm.enter();
            jvm.awaitLine("4 passes names");

            assertThat(jvm.terminate()).isEqualTo(128 + 15);
            assertThat(jvm.stderr())
                    .contains("\naide: switched to aide.mode=enforce ", "\naide summary  off · ")
                    .contains("\n  violations  2 of 1 kind\n");
        }
    }

    @JdkTest({8, 17, 25})
    void modes_of_an_agent_that_was_started_with_the_program_are_switched(Jdk jdk) throws IOException {
        try (LiveJvm jvm = LiveJvm.start(program(jdk).agent(AgentJar.path()))) {
            jvm.awaitLine("ready");

            assertThat(attach(jdk, jvm, "mode=enforce").expectExit(0).stdout())
                    .isEqualTo("switched to aide.mode=enforce: 0 sites linked anew, 0 classes transformed again\n");
            jvm.enter();
            jvm.awaitLine("1 fails names");
        }
    }

    @JdkTest({8, 17, 25})
    void what_cannot_be_meant_leaves_the_jvm_as_it_was(Jdk jdk) throws IOException {
        try (LiveJvm jvm = LiveJvm.start(program(jdk))) {
            jvm.awaitLine("ready");

            assertThat(attach(jdk, jvm, "mode=enforcd").expectExit(2).stderr())
                    .isEqualTo(
                            "aide: agent argument mode: 'enforcd' is not a mode; write off, warn, enforce or strict\n");
            assertThat(attach(jdk, jvm, "mode=enforce", "baseline=/not/there")
                            .expectExit(2)
                            .stderr())
                    .isEqualTo("aide: aide.baseline: /not/there is not there; correct the path, or record it by running"
                            + " once with -Daide.baseline.update=true\n");
            assertThat(attach(jdk, jvm, "mode=off").expectExit(2).stderr())
                    .isEqualTo("aide: aide.mode=off holds nothing; attach with another mode, such as mode=warn,"
                            + " or with live=true too\n");
            jvm.enter();
            jvm.awaitLine("1 passes names");
            assertThat(attach(jdk, jvm, "mode=enforce").expectExit(0).stdout()).startsWith("aide holds ");
            assertThat(attach(jdk, jvm, "mode=warn", "types.depth=full")
                            .expectExit(2)
                            .stderr())
                    .isEqualTo("aide: agent argument types.depth: aide.types.depth cannot be changed while aide runs,"
                            + " only aide.mode and aide.rule.… can; leave it out, or start the JVM again with it\n");
            jvm.enter();
            jvm.awaitLine("2 fails names");
            assertThat(jvm.stderr()).doesNotContain("Exception");
        }
    }

    @JdkTest({8, 17, 25})
    void without_a_process_id_lists_what_runs(Jdk jdk) throws IOException {
        try (LiveJvm jvm = LiveJvm.start(program(jdk).args("a secret"))) {
            jvm.awaitLine("ready");

            assertThat(aide(jdk, "attach").run().expectExit(0).stdout())
                    .containsPattern("(?m)^" + jvm.process() + " +fixture\\.Attached$")
                    .doesNotContain("secret")
                    .endsWith("java -jar aide.jar attach PID brings aide into one of them.\n");
        }
    }

    @JdkTest({8, 17, 25})
    void says_why_a_process_cannot_be_attached_to(Jdk jdk) {
        assertThat(aide(jdk, "attach", "shop").run().expectExit(2).stderr())
                .startsWith("aide: 'shop' is not a process id, which is a number; ");
        assertThat(aide(jdk, "attach", "1", "enforce").run().expectExit(2).stderr())
                .startsWith("aide: 'enforce' is not key=value, such as mode=enforce; ");
        assertThat(aide(jdk, "attach", "2147483646").run().expectExit(3).stderr())
                .startsWith("aide: process 2147483646 cannot be attached to: ")
                .endsWith("; it has to be a JVM that runs, of the same user\n");
    }

    @Test
    void a_jdk_attaches_to_jvms_of_others() throws IOException {
        Jdk[] all = Stream.of(8, 25)
                .flatMap(feature -> Jdks.installed().find(feature).stream())
                .toArray(Jdk[]::new);
        for (Jdk from : all) {
            for (Jdk to : all) {
                try (LiveJvm jvm = LiveJvm.start(program(to))) {
                    jvm.awaitLine("ready");
                    assertThat(attach(from, jvm, "mode=enforce").expectExit(0).stdout())
                            .as("from %s to %s", from, to)
                            .startsWith("aide holds ");
                    jvm.enter();
                    jvm.awaitLine("1 fails names");
                }
            }
        }
    }

    private static ForkedJvm program(Jdk jdk) {
        return ForkedJvm.on(jdk).classpath(classes).main("fixture.Attached");
    }

    private static Outcome attach(Jdk jdk, LiveJvm jvm, String... settings) {
        return aide(jdk, "attach", String.valueOf(jvm.process())).args(settings).run();
    }

    private static ForkedJvm aide(Jdk jdk, String... arguments) {
        return ForkedJvm.on(jdk).jar(AgentJar.path()).args(arguments);
    }
}
