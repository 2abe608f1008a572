package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.jar.Attributes;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Holds the MBean to coming once main has begun, and to leaving the program's logging to the program. */
class JmxIT {
    private static final String OWN_LOGGING = "logging by com.acme.Main$OwnLogManager\n";
    private static final String LOGGING_OF_THE_JDK = "logging by java.util.logging.LogManager\n";

    @TempDir
    static Path classes;

    @TempDir
    static Path folder;

    private static Path waiting;

    @BeforeAll
    static void compile() {
        JavaSources.release(8).source("com.acme.Main", """
                        package com.acme;
                        import java.lang.management.ManagementFactory;
                        import java.util.logging.LogManager;
                        import javax.management.*;
                        public class Main {
                            public static class OwnLogManager extends LogManager {}
                            public static void main(String[] args) throws Exception {
                                System.setProperty("java.util.logging.manager", "com.acme.Main$OwnLogManager");
                                System.out.println("logging by " + LogManager.getLogManager().getClass().getName());
                                MBeanServer server = ManagementFactory.getPlatformMBeanServer();
                                while (args.length > 0 && !server.isRegistered(new ObjectName("dev.aide:type=Aide"))) {
                                    Thread.sleep(10);
                                }
                                System.out.println(server.queryNames(new ObjectName("dev.aide:*"), null));
                            }
                        }
                        """).compile().writeTo(classes);
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), "org.other.Waiting");
        waiting = JavaSources.release(8)
                .source("org.other.Waiting", """
                        package org.other;
                        import java.lang.management.ManagementFactory;
                        import javax.management.*;
                        public class Waiting {
                            public static void premain(String arguments) throws Exception {
                                MBeanServer server = ManagementFactory.getPlatformMBeanServer();
                                Thread.sleep(1_000);
                                System.out.println("before main " + server.queryNames(new ObjectName("dev.aide:*"), null));
                            }
                        }
                        """)
                .compile()
                .writeJar(folder.resolve("waiting.jar"), manifest);
    }

    @JdkTest({8, 17, 25})
    void a_log_manager_that_main_sets_is_the_one_used(Jdk jdk) {
        assertThat(underAgent(jdk).run().expectExit(0).stdout()).isEqualTo(OWN_LOGGING + "[dev.aide:type=Aide]\n");
    }

    @JdkTest({8, 17, 25})
    void where_the_jvm_starts_jmx_before_main_the_mbean_waits_for_main(Jdk jdk) {
        String option = "-Dcom.sun.management.jmxremote";

        assertThat(program(jdk).jvmOption(option).run().expectExit(0).stdout())
                .as("without aide: it is the JDK that starts logging there")
                .isEqualTo(LOGGING_OF_THE_JDK + "[]\n");
        assertThat(underAgent(jdk)
                        .jvmOption(option)
                        .agent(waiting)
                        .run()
                        .expectExit(0)
                        .stdout())
                .isEqualTo("before main []\n" + LOGGING_OF_THE_JDK + "[dev.aide:type=Aide]\n");
    }

    private static ForkedJvm underAgent(Jdk jdk) {
        return program(jdk).agent(AgentJar.path()).args("wait");
    }

    private static ForkedJvm program(Jdk jdk) {
        return ForkedJvm.on(jdk).classpath(classes).main("com.acme.Main");
    }
}
