package dev.aide.testing;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A program that makes one call after the other, and says of each that it passes, or what it fails by.
 *
 * @param classes where it was compiled to
 */
record HeldCalls(Path classes) {
    /**
     * Compiles a class {@code com.acme.Main}.
     *
     * @param members what it has beside {@code main}
     * @param calls statements
     */
    static HeldCalls of(Path folder, String members, String... calls) {
        return new HeldCalls(JavaSources.release(8)
                .classpath(Jars.path("jspecify.jar"))
                .options("-Xlint:none")
                .source("com.acme.Main", """
                        package com.acme;
                        import java.util.*;
                        import org.jspecify.annotations.*;
                        public class Main {
                            %s
                            interface Call {
                                void make();
                            }
                            static void say(Call call) {
                                try {
                                    call.make();
                                    System.out.println("passes");
                                } catch (RuntimeException e) {
                                    String[] lines = e.getMessage().split("\\n");
                                    System.out.println(lines[0] + "\\n" + lines[1]);
                                }
                            }
                            public static void main(String[] arguments) {
                                %s
                            }
                        }
                        """.formatted(
                                members,
                                Arrays.stream(calls)
                                        .map(call -> "say(() -> { " + call + " });")
                                        .collect(Collectors.joining("\n"))))
                .compile()
                .writeTo(folder));
    }

    /** Runs it under the agent with these arguments, and returns what it says. */
    String under(Jdk jdk, String arguments) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path(), arguments)
                .classpath(classes)
                .main("com.acme.Main")
                .run()
                .expectExit(0)
                .stdout();
    }
}
