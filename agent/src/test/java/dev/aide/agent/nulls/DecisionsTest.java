package dev.aide.agent.nulls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecisionsTest {
    @TempDir
    Path folder;

    @Test
    void an_optional_and_a_varargs_array_are_always_there() throws IOException {
        Annotated classes = Annotated.compiledTo(folder, """
                C.java: import java.util.*;
                class C {
                    Optional<String> f(Optional<String> a, OptionalInt b, String... c) { return a; }
                    void last(String a, String[] b) {}
                    void nullable(@javax.annotation.Nullable Optional<String> a) {}
                }
                """);

        assertThat(classes.marks("C", "f")).isEqualTo("(!Optional<String;>;!OptionalInt;![String;)!Optional<String;>;");
        assertThat(classes.marks("C", "last")).isEqualTo("(String;[String;)V");
        assertThat(classes.marks("C", "nullable")).isEqualTo("(Optional<String;>;)V");
    }

    @Test
    void parts_are_named_by_their_paths() throws IOException {
        Annotated classes = Annotated.compiledTo(folder, """
                C.java: import java.util.*;
                import org.jspecify.annotations.*;
                class C {
                    void f(List<@NonNull String> a, Map<@NonNull String, List<@NonNull Integer>> b,
                            List<? extends @NonNull String> c, List<? super @NonNull String> d) {}
                    void arrays(@NonNull String[] a, String @NonNull [] b, String[] @NonNull [] c) {}
                    void nested(Map.@NonNull Entry<@NonNull String, String> a) {}
                }
                """);

        assertThat(classes.marks("C", "f"))
                .isEqualTo("(List<!String;>;Map<!String;List<!Integer;>;>;List<+!String;>;List<-String;>;)V");
        assertThat(classes.marks("C", "arrays")).isEqualTo("([!String;![String;[![String;)V");
        assertThat(classes.marks("C", "nested")).isEqualTo("(!Map$Entry<!String;String;>;)V");
    }

    @Test
    void before_an_array_an_annotation_of_declarations_and_types_means_the_element() throws IOException {
        Annotated classes = Annotated.compiledTo(folder, """
                C.java: import org.jetbrains.annotations.*;
                class C {
                    void f(@NotNull String[] a, String @NotNull [] b) {}
                    void nullable(@Nullable String[] a) {}
                    void lombok(@lombok.NonNull String[] a) {}
                }
                """);

        assertThat(classes.marks("C", "f")).isEqualTo("([!String;![String;)V");
        assertThat(classes.marksByDefault("C", "nullable")).isEqualTo("([String;)V");
        assertThat(classes.marks("C", "lombok")).isEqualTo("(![String;)V");
    }

    @Test
    void what_the_compiler_added_is_never_blamed() throws IOException {
        Annotated classes = Annotated.compiledTo(folder, """
                C.java: import java.util.*;
                class C {
                    class Inner { Inner(String a) {} }
                    enum Kind { ONE("a"); Kind(String a) {} }
                    void f(Optional<String> captured) {
                        class Local { Local(String... a) {} }
                        new Object() { Object held() { return captured; } };
                    }
                }
                """);

        assertThat(classes.marksByDefault("C$Inner", "<init>")).isEqualTo("(LC;!String;)V");
        assertThat(classes.marksByDefault("C$Kind", "<init>")).isEqualTo("(!String;)V");
        assertThat(classes.marksByDefault("C$Kind", "valueOf")).isEqualTo("(String;)LC$Kind;");
        // which of a local class's parameters are what it captures, the class file does not say
        assertThat(classes.marksByDefault("C$1Local", "<init>")).doesNotContain("!");
        assertThat(classes.marksByDefault("C$1", "<init>")).doesNotContain("!");
    }

    @Test
    void the_components_of_a_record_are_held_in_its_constructors() throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                List.of("--release", "17"),
                "R.java: @org.jspecify.annotations.NullMarked record R(String a, @org.jspecify.annotations.Nullable String b) {}",
                "S.java: record S(@org.jspecify.annotations.NonNull String a, String b) { S {} }");

        assertThat(classes.marks("R", "<init>")).isEqualTo("(!String;String;)V");
        assertThat(classes.marks("R", "a")).isEqualTo("()!String;");
        assertThat(classes.marks("R", "b")).isEqualTo("()String;");
        assertThat(classes.marks("R", "equals")).isEqualTo("(Object;)Z");
        assertThat(classes.marks("S", "<init>")).isEqualTo("(!String;String;)V");
    }

    @Test
    void the_parameter_of_equals_may_be_null_unless_it_is_said() throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                "C.java: @org.jspecify.annotations.NullMarked class C { public boolean equals(Object o) { return false; } }",
                "D.java: class D { public boolean equals(@lombok.NonNull Object o) { return false; }"
                        + " public int compareTo(Object o) { return 0; } }");

        assertThat(classes.marks("C", "equals")).isEqualTo("(Object;)Z");
        assertThat(classes.marks("D", "equals")).isEqualTo("(!Object;)Z");
        assertThat(classes.marksByDefault("D", "compareTo")).isEqualTo("(!Object;)I");
    }

    @Test
    void null_is_the_one_value_of_void() throws IOException {
        Annotated classes = Annotated.compiledTo(folder, """
                C.java: @org.jspecify.annotations.NullMarked
                class C { Void f(Void a, java.util.concurrent.Callable<Void> b) { return a; } }
                """);

        assertThat(classes.marks("C", "f"))
                .isEqualTo("(Void;!Ljava/util/concurrent/Callable<Void;>;)Void;".replace("Ljava/util/", ""));
    }

    @Test
    void kotlins_functions_that_are_entered_again_and_those_of_value_classes_are_left_alone() throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                "kotlin/coroutines/Continuation.java: package kotlin.coroutines; public interface Continuation<T> {}",
                """
                C.java: import org.jetbrains.annotations.*;
                class C {
                    Object load(@NotNull String a, @NotNull kotlin.coroutines.Continuation<String> b) { return a; }
                    Object invokeSuspend(@NotNull Object a) { return a; }
                    Object invoked(@NotNull Object a) { return a; }
                }
                """);

        assertThat(classes.marks("C", "load")).doesNotContain("!");
        assertThat(classes.marks("C", "invokeSuspend")).doesNotContain("!");
        assertThat(classes.marks("C", "invoked")).isEqualTo("(!Object;)Object;");
    }
}
