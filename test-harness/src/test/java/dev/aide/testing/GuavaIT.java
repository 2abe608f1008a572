package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;

/** Guava's immutable containers are looked into, and its lazy views are not. */
class GuavaIT {
    private static final Path GUAVA = Jars.path("guava.jar");
    private static final Path FAILURE_ACCESS = Jars.path("failureaccess.jar");

    @JdkTest
    void immutable_containers_are_walked_and_lazy_ones_left_alone(Jdk jdk, @TempDir Path folder) {
        Path classes = JavaSources.release(8)
                .classpath(GUAVA)
                .source("com.acme.Main", """
                        package com.acme;
                        import com.google.common.collect.*;
                        import java.util.*;
                        public class Main {
                            static void list(List<String> names) {}
                            static void set(Set<String> names) {}
                            static void map(Map<String, Integer> stock) {}
                            static void lazy(List<String> names) {}
                            @SuppressWarnings({"unchecked", "rawtypes"})
                            public static void main(String[] arguments) {
                                list((List) ImmutableList.of("a", 1));
                                list((List) ImmutableList.of(2));
                                set((Set) ImmutableSet.of("a", "b", 3));
                                map((Map) ImmutableMap.of("a", 1, "b", "two"));
                                list(ImmutableList.of("right"));
                                lazy((List) Lists.transform(Arrays.asList(1), each -> { throw new Error("read"); }));
                                System.out.println("done");
                            }
                        }
                        """)
                .compile()
                .writeTo(folder);

        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .classpath(classes, GUAVA, FAILURE_ACCESS)
                .main("com.acme.Main")
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualToIgnoringNewLines("done");
        assertThat(Finding.inSummary(outcome.stderr()))
                .as("%s", outcome)
                .containsExactlyInAnyOrder(
                        finding("list", "names[]", "java.lang.Integer", "java.lang.String"),
                        finding("set", "names[]", "java.lang.Integer", "java.lang.String"),
                        finding("map", "stock{value}", "java.lang.String", "java.lang.Integer"));
        assertThat(outcome.stderr()).doesNotContain("not checked");
    }

    private static Finding finding(String method, String position, String found, String declared) {
        return new Finding("com.acme.Main." + method, position, found, declared);
    }
}
