package dev.aide.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.testing.AgentJar;
import dev.aide.testing.ForkedJvm;
import dev.aide.testing.Jdk;
import dev.aide.testing.JdkTest;
import dev.aide.testing.Outcome;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs tests that are annotated {@link Enforced}, in JVMs of their own. */
class EnforcedIT {
    @JdkTest({17, 21, 25})
    void the_agent_comes_by_itself_and_fails_the_tests_that_break_contracts(Jdk jdk) {
        Outcome outcome = tests(jdk, AgentJar.path()).run().expectExit(0);

        assertThat(outcome.stdout()).contains("""
                fits() passed
                expects(ViolationWatch) passed
                swallows() failed: contracts were broken while the test ran, 1:
                  types.argument  dev.aide.junit.shop.Shop.sell(List<String> articles)
                    articles[] is java.lang.Integer, declared java.lang.String
                """);
        assertThat(outcome.stdout())
                .as("in a nested class")
                .contains("swallows_within() failed: contracts were broken while the test ran, 1:\n")
                .as("one agent for all")
                .contains("is_held_with_what_is_around() passed\n")
                .contains(
                        "TestRun$HeldElsewhere failed: @Enforced asks for com.elsewhere.**, but for an earlier class of"
                                + " this JVM the agent came to hold dev.aide.junit.shop.**; let all of them include what the"
                                + " first one does\n");
        assertThat(outcome.stdout()).contains("throws_it() failed: aide types.argument  dev.aide.junit.shop.Shop.sell");
    }

    @Test
    void a_jvm_that_was_started_with_the_agent_keeps_its_settings() {
        Outcome outcome = tests(Jdk.running(), AgentJar.path())
                .agent(AgentJar.path())
                .property("aide.include", "dev.aide.junit.shop.**")
                .property("aide.mode", "warn")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout())
                .contains("fits() passed\n", "swallows() failed: contracts were broken")
                .as("where it only warns, the call goes on")
                .contains("throws_it() failed: contracts were broken while the test ran, 1:\n");
    }

    @Test
    void a_jvm_that_lets_nobody_attach_says_how_to_start_it() {
        Outcome outcome = tests(Jdk.running(), AgentJar.path())
                .jvmOption("-XX:+DisableAttachMechanism")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout())
                .contains("aide could not come into this JVM: aide: process ")
                .contains("Start the JVM of the tests with it instead, by <argLine> in Surefire and jvmArgs in Gradle:"
                        + " -javaagent:" + AgentJar.path() + "=include=dev.aide.junit.shop.**;mode=enforce");
    }

    @Test
    void a_jar_that_is_elsewhere_is_named_by_a_property_and_none_is_an_error() {
        assertThat(tests(Jdk.running())
                        .property(AgentJar.PROPERTY, AgentJar.path().toString())
                        .run()
                        .expectExit(0)
                        .stdout())
                .contains("fits() passed\n", "swallows() failed: contracts were broken");
        assertThat(tests(Jdk.running()).run().expectExit(0).stdout())
                .contains("aide.jar is not on the class path, and no system property agent.jar names it.")
                .doesNotContain("() passed");
    }

    /** Tests of a project with the harness and more on its class path, started without an option of aide's. */
    private static ForkedJvm tests(Jdk jdk, Path... more) {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        Path[] entries = Stream.concat(
                        Arrays.stream(classPath.split(File.pathSeparator, -1)).map(Path::of), Stream.of(more))
                .toArray(Path[]::new);
        return ForkedJvm.on(jdk).classpath(entries).main("dev.aide.junit.shop.TestRun");
    }
}
