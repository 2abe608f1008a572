package dev.aide.agent.nulls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NullAnnotationsTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "org.jspecify.annotations.NonNull, org.jspecify.annotations.Nullable",
        "org.jetbrains.annotations.NotNull, org.jetbrains.annotations.Nullable",
        "org.jetbrains.annotations.NotNull, org.jetbrains.annotations.UnknownNullability",
        "javax.annotation.Nonnull, javax.annotation.Nullable",
        "javax.annotation.Nonnull, javax.annotation.CheckForNull",
        "jakarta.annotation.Nonnull, jakarta.annotation.Nullable",
        "org.checkerframework.checker.nullness.qual.NonNull, org.checkerframework.checker.nullness.qual.Nullable",
        "edu.umd.cs.findbugs.annotations.NonNull, edu.umd.cs.findbugs.annotations.CheckForNull",
        "org.eclipse.jdt.annotation.NonNull, org.eclipse.jdt.annotation.Nullable",
        "lombok.NonNull, edu.umd.cs.findbugs.annotations.Nullable",
        "org.springframework.lang.NonNull, org.springframework.lang.Nullable"
    })
    void each_family_says_where_null_is_and_is_not(String nonNull, String nullable) throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                "C.java: class C { @%1$s String f(@%1$s String a, String b, @%2$s String c) { return a; }"
                                .formatted(nonNull, nullable)
                        + " @%s String g() { return null; } }".formatted(nullable));

        assertThat(classes.marks("C", "f")).isEqualTo("(!String;String;String;)!String;");
        assertThat(classes.marksByDefault("C", "f")).isEqualTo("(!String;!String;String;)!String;");
        assertThat(classes.marksByDefault("C", "g")).isEqualTo("()String;");
    }

    @Test
    void annotations_that_only_class_files_have_are_read() throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                "androidx/annotation/NonNull.java: package androidx.annotation; public @interface NonNull {}",
                "C.java: class C { void f(@androidx.annotation.NonNull String a, String b) {} }");

        assertThat(classes.marks("C", "f")).isEqualTo("(!String;String;)V");
    }

    @Test
    void an_annotation_of_the_same_simple_name_says_nothing() throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                "own/NonNull.java: package own; public @interface NonNull {}",
                "C.java: class C { @own.NonNull String f(@own.NonNull String a) { return a; } }");

        assertThat(classes.marks("C", "f")).isEqualTo("(String;)String;");
    }

    @Test
    void jsr_305_excludes_null_always_and_else_lets_it_in() throws IOException {
        Annotated classes = Annotated.compiledTo(folder, """
                C.java: import javax.annotation.Nonnull;
                import javax.annotation.meta.When;
                class C {
                    void f(@Nonnull(when = When.ALWAYS) String a, @Nonnull(when = When.MAYBE) String b,
                            @Nonnull(when = When.UNKNOWN) String c) {}
                }
                """);

        assertThat(classes.marks("C", "f")).isEqualTo("(!String;String;String;)V");
        assertThat(classes.marksByDefault("C", "f")).isEqualTo("(!String;String;String;)V");
    }

    @Test
    void a_nickname_says_what_it_stands_for() throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                "Given.java: @javax.annotation.Nonnull @javax.annotation.meta.TypeQualifierNickname @interface Given {}",
                "Maybe.java: @javax.annotation.CheckForNull @javax.annotation.meta.TypeQualifierNickname"
                        + " @interface Maybe {}",
                "Other.java: @javax.annotation.Nonnull @interface Other {}",
                "C.java: class C { void f(@Given String a, @Maybe String b, @Other String c) {} }");

        assertThat(classes.marks("C", "f")).isEqualTo("(!String;String;String;)V");
        assertThat(classes.marksByDefault("C", "f")).isEqualTo("(!String;String;!String;)V");
    }
}
