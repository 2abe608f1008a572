package dev.aide.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Holds the agent to where null is excluded: each annotation, each scope, and nothing that nobody said. */
class NullsIT {
    private static final Path JSPECIFY = Jars.path("jspecify.jar");

    /** What excludes null and what lets it in, of one family each. */
    private static final List<String[]> FAMILIES = List.of(
            new String[] {"org.jspecify.annotations.NonNull", "org.jspecify.annotations.Nullable"},
            new String[] {"org.jetbrains.annotations.NotNull", "org.jetbrains.annotations.Nullable"},
            new String[] {"javax.annotation.Nonnull", "javax.annotation.CheckForNull"},
            new String[] {"jakarta.annotation.Nonnull", "jakarta.annotation.Nullable"},
            new String[] {
                "org.checkerframework.checker.nullness.qual.NonNull",
                "org.checkerframework.checker.nullness.qual.Nullable"
            },
            new String[] {"edu.umd.cs.findbugs.annotations.NonNull", "edu.umd.cs.findbugs.annotations.Nullable"},
            new String[] {"org.eclipse.jdt.annotation.NonNull", "org.eclipse.jdt.annotation.Nullable"},
            new String[] {"androidx.annotation.NonNull", "androidx.annotation.Nullable"},
            new String[] {"lombok.NonNull", "javax.annotation.Nullable"},
            new String[] {"org.springframework.lang.NonNull", "org.springframework.lang.Nullable"});

    @TempDir
    static Path classes;

    @BeforeAll
    static void compile() {
        Fixture.sources(8, "Nulls", "NullsByDefault")
                .classpath(JSPECIFY)
                .compile()
                .writeTo(classes);
    }

    @JdkTest
    void each_family_is_held_without_its_jar(Jdk jdk, @TempDir Path folder) {
        JavaSources.release(8)
                .classpath(
                        JSPECIFY,
                        Jars.path("jetbrains-annotations.jar"),
                        Jars.path("jsr305.jar"),
                        Jars.path("jakarta.annotation-api.jar"),
                        Jars.path("checker-qual.jar"),
                        Jars.path("spotbugs-annotations.jar"),
                        Jars.path("org.eclipse.jdt.annotation.jar"),
                        Jars.path("lombok.jar"),
                        Jars.path("spring-core.jar"),
                        androidx().writeTo(folder.resolve("androidx")))
                .source("fixture.Families", families())
                .options("-Xlint:none")
                .compile()
                .writeTo(folder.resolve("classes"));

        Outcome outcome = underAgent(jdk, "Families")
                .classpath(folder.resolve("classes"))
                .run()
                .expectExit(0);

        assertThat(outcome.stdout().lines()).hasSize(5 * FAMILIES.size()).allMatch(line -> line.equals("as wanted"));
    }

    @JdkTest
    void nulls_are_found_where_they_are_excluded_and_nowhere_else(Jdk jdk) {
        Outcome outcome = underAgent(jdk, "Nulls").classpath(classes).run().expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("""
                argument: nulls.argument, value  is null, declared @NonNull java.lang.String
                argument: nothing
                nullable: nothing
                unannotated: nothing
                result: nulls.return, result  is null, declared @NonNull java.lang.String
                result: nothing
                elements: nulls.argument, values[1]  is null, declared @NonNull java.lang.String
                elements: nothing
                elements: nothing
                deep: nulls.argument, values{value}[2]  is null, declared @NonNull java.lang.Integer
                deep: nulls.argument, values{key}  is null, declared @NonNull java.lang.String
                deep: nothing
                components: nulls.argument, values[1]  is null, declared @NonNull java.lang.String
                held: nothing
                held: nothing
                optional: nulls.argument, value  is null, declared @NonNull java.util.Optional<java.lang.String>
                optional: nothing
                optional result: nulls.return, result  is null, declared @NonNull java.util.Optional<java.lang.String>
                optional result: nothing
                variable: nulls.argument, values  is null, declared @NonNull java.lang.String[]
                variable: nothing
                variable: nothing
                marked: nulls.argument, value  is null, declared @NonNull java.lang.String
                marked new: nulls.argument, value  is null, declared @NonNull java.lang.String
                marked variable: nulls.argument, value  is null, declared @NonNull T
                marked nullable variable: nothing
                marked projection: nothing
                unmarked: nothing
                void: nothing
                equals: nothing
                lambda: nothing
                lambda with null: nothing
                inner class: nulls.argument, value  is null, declared @NonNull java.lang.String
                inner class: nothing
                anonymous class: nulls.argument, value  is null, declared @NonNull java.lang.String
                bridge: nothing
                bridge with null: nulls.argument, other  is null, declared @NonNull fixture.Nulls$Strings
                enum: nothing
                enum: nulls.argument, value  is null, declared @NonNull java.lang.String
                enum's own body: nulls.argument, value  is null, declared @NonNull java.lang.String
                enum's valueOf: java.lang.NullPointerException: Name is null
                captured: nothing
                """);
        assertThat(outcome.stderr()).contains("failed 0").doesNotContain("not checked", "problem");
    }

    @JdkTest
    void what_is_not_annotated_excludes_null_on_request(Jdk jdk) {
        Outcome outcome = underAgent(jdk, "NullsByDefault")
                .property("aide.nulls.default", "nonnull")
                .classpath(classes)
                .run()
                .expectExit(0);

        assertThat(outcome.stdout()).isEqualTo("""
                argument: nulls.argument, value  is null, declared @NonNull java.lang.String
                nullable: nothing
                variable: nothing
                elements: nulls.argument, values[1]  is null, declared @NonNull java.lang.String
                components: nothing
                nullable elements: nothing
                result: nulls.return, result  is null, declared @NonNull java.lang.String
                equals: nothing
                lambda: nothing
                """);
    }

    @JdkTest({8, 17, 25})
    void a_block_says_which_value_is_null_and_who_gave_it(Jdk jdk, @TempDir Path folder) {
        Path compiled = orders().compile().writeTo(folder);

        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .classpath(compiled)
                .main("com.acme.Main")
                .run()
                .expectExit(0);

        assertThat(outcome.stderr().substring(0, outcome.stderr().indexOf("aide summary")))
                .isEqualTo("""
                        aide holds com.acme.** (by the main class com.acme.Main; aide.include changes it) · warn · depth sample
                        aide nulls.argument  com.acme.Main.place(String customer, List<String> lines)
                          customer  is null, declared @NonNull java.lang.String
                          lines[1]  is null, declared @NonNull java.lang.String  (java.util.Arrays$ArrayList of 2)
                          called from com.acme.Main.main(Main.java:11)
                          1st of this kind here · warn · silence: -Daide.rule.nulls.argument=com.acme.Main=off
                        aide nulls.return  com.acme.Main.find(int number)
                          result  is null, declared @NonNull java.lang.String
                          returned at com.acme.Main.find(Main.java:7)
                          called from com.acme.Main.main(Main.java:16)
                          1st of this kind here · warn · silence: -Daide.rule.nulls.return=com.acme.Main=off
                        """);
    }

    @JdkTest({8, 17, 25})
    void a_violation_is_what_the_jvm_would_throw_later_or_a_plain_exception(Jdk jdk, @TempDir Path folder) {
        ForkedJvm program = ForkedJvm.on(jdk)
                .agent(AgentJar.path(), "mode=enforce")
                .classpath(orders().compile().writeTo(folder))
                .main("com.acme.Main");

        assertThat(program.run().expectExit(0).stdout())
                .isEqualTo("dev.aide.NullViolation java.lang.NullPointerException\n".repeat(2));
        assertThat(program.property("aide.exceptions", "plain")
                        .run()
                        .expectExit(0)
                        .stdout())
                .isEqualTo("""
                        dev.aide.ArgumentViolation java.lang.IllegalArgumentException
                        dev.aide.StateViolation java.lang.IllegalStateException
                        """);
    }

    @JdkTest
    void a_packages_annotations_are_read_without_loading_them(Jdk jdk, @TempDir Path folder) {
        Path compiled = orders().source(
                        "com.acme.package-info", "@org.jspecify.annotations.NullMarked package com.acme;")
                .source("com.acme.Marked", """
                        package com.acme;
                        public class Marked {
                            static void take(String value) {}
                            public static void main(String[] arguments) {
                                take(null);
                            }
                        }
                        """)
                .compile()
                .writeTo(folder);

        Outcome outcome = ForkedJvm.on(jdk)
                .agent(AgentJar.path())
                .jvmOption("-verbose:class")
                .classpath(compiled, JSPECIFY)
                .main("com.acme.Marked")
                .run()
                .expectExit(0);

        assertThat(outcome.stderr()).contains("value  is null, declared @NonNull java.lang.String");
        assertThat(outcome.stdout())
                .contains("com.acme.Marked ")
                .doesNotContain("com.acme.package-info", "org.jspecify.annotations");
    }

    @JdkTest({17, 21, 25})
    void the_components_of_records_are_held(Jdk jdk, @TempDir Path folder) {
        Path compiled = JavaSources.release(17)
                .classpath(JSPECIFY)
                .source("fixture.Nulls", """
                        package fixture;
                        import org.jspecify.annotations.*;
                        public class Nulls {
                            record Explicit(@NonNull String one, String other) {}
                            @NullMarked record Marked(String one, @Nullable String other) {
                                Marked {}
                            }
                            public static void main(String[] arguments) {
                                call(() -> new Explicit(null, null));
                                call(() -> new Explicit("a", null));
                                call(() -> new Marked(null, null));
                                call(() -> new Marked("a", null));
                                call(() -> new Marked("a", null).equals(null));
                                call(() -> new Marked("a", null).other());
                            }
                            static void call(Runnable call) {
                                try {
                                    call.run();
                                    System.out.println("nothing");
                                } catch (NullPointerException e) {
                                    System.out.println(e.getMessage().split("\\n")[1].trim());
                                }
                            }
                        }
                        """)
                .compile()
                .writeTo(folder);

        assertThat(underAgent(jdk, "Nulls")
                        .classpath(compiled)
                        .run()
                        .expectExit(0)
                        .stdout())
                .isEqualTo("""
                        one  is null, declared @NonNull java.lang.String
                        nothing
                        one  is null, declared @NonNull java.lang.String
                        nothing
                        nothing
                        nothing
                        """);
    }

    @JdkTest({8, 17, 25})
    void a_case_is_silenced_by_annotation_and_a_package_by_level(Jdk jdk, @TempDir Path folder) {
        Path compiled = JavaSources.release(8)
                .classpath(JSPECIFY, AgentJar.path())
                .source("com.acme.Main", """
                        package com.acme;
                        import dev.aide.Unchecked;
                        import org.jspecify.annotations.*;
                        @NullMarked
                        public class Main {
                            @Unchecked static class OfClass { static void take(String value) {} }
                            @Unchecked("nulls.argument") static void ofMethod(String value) {}
                            static void ofParameter(@Unchecked("nulls") String one, String other) {}
                            @Unchecked("nulls.argument") static String ofOneRule() { return null; }
                            static void held(String value) {}
                            public static void main(String[] arguments) {
                                call(() -> OfClass.take(null));
                                call(() -> ofMethod(null));
                                call(() -> ofParameter(null, "a"));
                                call(() -> ofParameter("a", null));
                                call(() -> ofOneRule());
                                call(() -> held(null));
                            }
                            static void call(Runnable call) {
                                try {
                                    call.run();
                                    System.out.println("nothing");
                                } catch (NullPointerException e) {
                                    System.out.println(e.getMessage().split("\\n")[1].trim());
                                }
                            }
                        }
                        """)
                .compile()
                .writeTo(folder);
        ForkedJvm program = ForkedJvm.on(jdk)
                .agent(AgentJar.path(), "mode=enforce")
                .classpath(compiled)
                .main("com.acme.Main");

        assertThat(program.run().expectExit(0).stdout()).isEqualTo("""
                nothing
                nothing
                nothing
                other  is null, declared @NonNull java.lang.String
                result  is null, declared @NonNull java.lang.String
                value  is null, declared @NonNull java.lang.String
                """);
        assertThat(program.property("aide.rule.nulls", "com.acme.**=off")
                        .run()
                        .expectExit(0)
                        .stdout())
                .isEqualTo("nothing\n".repeat(6));
    }

    private static JavaSources orders() {
        return JavaSources.release(8).classpath(JSPECIFY).source("com.acme.Main", """
                package com.acme;
                import java.util.*;
                import org.jspecify.annotations.NonNull;
                public class Main {
                    static void place(@NonNull String customer, List<@NonNull String> lines) {}
                    static @NonNull String find(int number) {
                        return null;
                    }
                    public static void main(String[] arguments) {
                        try {
                            place(null, Arrays.asList("a", null));
                        } catch (RuntimeException e) {
                            print(e);
                        }
                        try {
                            find(7);
                        } catch (RuntimeException e) {
                            print(e);
                        }
                    }
                    static void print(RuntimeException e) {
                        System.out.println(
                                e.getClass().getName() + " " + e.getClass().getSuperclass().getName());
                    }
                }
                """);
    }

    private static CompiledClasses androidx() {
        return JavaSources.release(8)
                .source("androidx.annotation.NonNull", "package androidx.annotation; public @interface NonNull {}")
                .source("androidx.annotation.Nullable", "package androidx.annotation; public @interface Nullable {}")
                .compile();
    }

    /** A program of two methods for each family, each called with what is right and what is wrong. */
    private static String families() {
        String methods = IntStream.range(0, FAMILIES.size())
                .mapToObj(i -> """
                        static @%1$s String held%3$d(@%1$s String value, boolean wrong) { return wrong ? null : value; }
                        static @%2$s String free%3$d(@%2$s String value) { return value; }
                        """.formatted(FAMILIES.get(i)[0], FAMILIES.get(i)[1], i))
                .collect(Collectors.joining());
        String calls = IntStream.range(0, FAMILIES.size())
                .mapToObj(i -> """
                        call("nulls.argument", () -> held%1$d(null, false));
                        call("nulls.return", () -> held%1$d("a", true));
                        call("nothing", () -> held%1$d("a", false));
                        call("nothing", () -> free%1$d(null));
                        call("nothing", () -> free%1$d("a"));
                        """.formatted(i))
                .collect(Collectors.joining());
        return """
                package fixture;
                public class Families {
                    %s
                    public static void main(String[] arguments) {
                        %s
                    }
                    static void call(String wanted, Runnable call) {
                        String rule = "nothing";
                        try {
                            call.run();
                        } catch (NullPointerException e) {
                            rule = e.getMessage().replaceAll("(?s)aide (\\\\S+) .*", "$1");
                        }
                        System.out.println(rule.equals(wanted) ? "as wanted" : rule + " for " + wanted);
                    }
                }
                """.formatted(methods, calls);
    }

    private static ForkedJvm underAgent(Jdk jdk, String program) {
        return ForkedJvm.on(jdk)
                .agent(AgentJar.path(), "mode=enforce;types.depth=full")
                .main("fixture." + program);
    }
}
