package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Has violations told to the logging library of a program. */
class LoggingIT {
    private static final String BLOCK = """
            aide types.argument  fixture.Attached.take(List<String> names)
              names[1]  is java.lang.Integer, declared java.lang.String  (java.util.ArrayList of 2)
              called from fixture.Attached.main(Attached.java:16)
              1st of this kind here · MODE · silence: -Daide.rule.types.argument=fixture.Attached=off
            """;

    /** A library of the program, as far as it is called. */
    private static final CompiledClasses SLF4J = JavaSources.release(8)
            .source("org.slf4j.LoggerFactory", """
                    package org.slf4j;
                    public class LoggerFactory {
                        public static Logger getLogger(String name) {
                            return new Logger() {
                                @Override
                                public void warn(String text) {
                                    System.err.println("warn " + name + ": " + text);
                                }
                                @Override
                                public void error(String text) {
                                    throw new IllegalStateException("the appender is closed");
                                }
                            };
                        }
                    }
                    """)
            .source("org.slf4j.Logger", """
                    package org.slf4j;
                    public interface Logger {
                        void warn(String text);
                        void error(String text);
                    }
                    """)
            .compile();

    @TempDir
    static Path classes;

    @TempDir
    static Path library;

    @TempDir
    Path folder;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Attached").parameters().compile().writeTo(classes);
        SLF4J.writeTo(library);
    }

    @JdkTest({8, 17, 25})
    void java_util_logging_is_told(Jdk jdk) throws IOException {
        try (LiveJvm jvm = LiveJvm.start(program(jdk, "jul"))) {
            violate(jvm);
            awaitInStderr(jvm, " fixture.Attached\nWARNING: " + block("warn"));
        }
        try (LiveJvm jvm = LiveJvm.start(program(jdk, "jul").property("aide.mode", "enforce"))) {
            violate(jvm);
            awaitInStderr(jvm, " fixture.Attached\nSEVERE: " + block("enforce"));
        }
    }

    @JdkTest({11, 17, 25})
    void the_logger_of_the_jdk_is_told(Jdk jdk) throws IOException {
        try (LiveJvm jvm = LiveJvm.start(program(jdk, "system"))) {
            violate(jvm);
            awaitInStderr(jvm, "\nWARNING: " + block("warn"));
        }
    }

    @JdkTest({8, 17, 25})
    void slf4j_is_told(Jdk jdk) throws IOException {
        try (LiveJvm jvm = LiveJvm.start(program(jdk, "slf4j", library))) {
            violate(jvm);
            awaitInStderr(jvm, "warn dev.aide: " + block("warn"));
        }
    }

    @JdkTest({8, 17})
    void a_library_that_is_not_there_is_said_once_and_nothing_is_lost(Jdk jdk) throws IOException {
        try (LiveJvm jvm = LiveJvm.start(program(jdk, "slf4j"))) {
            violate(jvm);
            awaitInStderr(jvm, "\n" + block("warn"));
            assertThat(jvm.stderr())
                    .contains("\naide: aide.log=slf4j: org.slf4j.LoggerFactory is not there for fixture.Attached;"
                            + " violations go to standard error from here on\n");
        }
    }

    @Test
    void java_8_has_no_logger_of_the_jdk() throws IOException {
        Jdk jdk8 = Jdks.installed().find(8).orElseThrow();
        try (LiveJvm jvm = LiveJvm.start(program(jdk8, "system"))) {
            violate(jvm);
            awaitInStderr(jvm, "\naide: aide.log=system: java.lang.System$Logger is not there for fixture.Attached;");
            awaitInStderr(jvm, "\n" + block("warn"));
        }
    }

    @JdkTest({8, 17})
    void a_library_that_fails_breaks_nothing_and_nothing_is_lost(Jdk jdk) throws IOException {
        try (LiveJvm jvm = LiveJvm.start(program(jdk, "slf4j", library).property("aide.mode", "enforce"))) {
            jvm.awaitLine("ready").enter();
            jvm.awaitLine("1 fails names");
            awaitInStderr(jvm, "\n" + block("enforce"));
            assertThat(jvm.stderr())
                    .contains("\naide: aide.log=slf4j: java.lang.IllegalStateException: the appender is closed;"
                            + " violations go to standard error from here on\n");
        }
    }

    @JdkTest({8, 17, 25})
    void before_main_no_library_is_started(Jdk jdk) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), "fixture.Early");
        Path early = JavaSources.release(8)
                .source("fixture.Early", """
                        package fixture;
                        import java.util.*;
                        public class Early {
                            static void take(List<String> names) {}
                            public static void premain(String arguments) {
                                take((List) Collections.singletonList(7));
                                System.out.println("before main");
                                System.exit(7);
                            }
                        }
                        """)
                .compile()
                .writeJar(folder.resolve("early.jar"), manifest);

        Outcome outcome = program(jdk, "slf4j", library).agent(early).run().expectExit(7);

        assertThat(outcome.stdout()).isEqualTo("before main\n");
        assertThat(outcome.stderr()).contains("\naide types.argument  fixture.Early.take(List<String> names)\n");
        assertThat(outcome.stderr()).doesNotContain("dev.aide: ");
    }

    @Test
    void what_is_no_library_is_refused() {
        assertThat(program(Jdk.running(), "log4j").run().expectExit(2).stderr())
                .isEqualTo("aide: -Daide.log: 'log4j' is not allowed; write stderr, system, slf4j or jul\n");
    }

    private static void violate(LiveJvm jvm) {
        jvm.awaitLine("ready").enter();
    }

    private static void awaitInStderr(LiveJvm jvm, String text) {
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() -> assertThat(jvm.stderr()).contains(text));
    }

    private static String block(String mode) {
        return BLOCK.replace("MODE", mode);
    }

    private static ForkedJvm program(Jdk jdk, String log, Path... more) {
        Path[] classpath = Stream.concat(Stream.of(classes), Stream.of(more)).toArray(Path[]::new);
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .property("aide.log", log)
                .classpath(classpath)
                .main("fixture.Attached");
    }
}
