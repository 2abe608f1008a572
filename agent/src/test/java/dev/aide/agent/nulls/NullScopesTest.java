package dev.aide.agent.nulls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NullScopesTest {
    private static final String MARKED = "(!String;)V";
    private static final String UNMARKED = "(String;)V";

    @TempDir
    Path folder;

    @Test
    void a_package_marks_its_classes_and_not_those_of_packages_below() throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                "p/package-info.java: @org.jspecify.annotations.NullMarked package p;",
                "p/C.java: package p; class C { void f(String a) {} static class N { void f(String a) {} } }",
                "p/q/C.java: package p.q; class C { void f(String a) {} }");

        assertThat(classes.marks("p/C", "f")).isEqualTo(MARKED);
        assertThat(classes.marks("p/C$N", "f")).isEqualTo(MARKED);
        assertThat(classes.marks("p/q/C", "f")).isEqualTo(UNMARKED);
    }

    @Test
    void a_module_marks_all_its_packages() throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                List.of("--release", "11", "-p", System.getProperty("annotations") + "/jspecify.jar"),
                "module-info.java: @org.jspecify.annotations.NullMarked module m { requires org.jspecify; }",
                "p/C.java: package p; class C { void f(String a) {} }",
                "q/package-info.java: @org.jspecify.annotations.NullUnmarked package q;",
                "q/C.java: package q; class C { void f(String a) {} }");

        assertThat(classes.marks("p/C", "f")).isEqualTo(MARKED);
        assertThat(classes.marks("q/C", "f")).isEqualTo(UNMARKED);
    }

    @Test
    void the_innermost_scope_decides() throws IOException {
        Annotated classes = Annotated.compiledTo(folder, """
                C.java: import org.jspecify.annotations.*;
                @NullMarked
                class C {
                    void marked(String a) {}
                    @NullUnmarked void unmarked(String a) {}
                    @NullUnmarked static class N {
                        void unmarked(String a) {}
                        @NullMarked void marked(String a) {}
                    }
                }
                """);

        assertThat(classes.marks("C", "marked")).isEqualTo(MARKED);
        assertThat(classes.marks("C", "unmarked")).isEqualTo(UNMARKED);
        assertThat(classes.marks("C$N", "marked")).isEqualTo(MARKED);
        assertThat(classes.marks("C$N", "unmarked")).isEqualTo(UNMARKED);
    }

    @Test
    void classes_inside_a_method_are_inside_its_scope() throws IOException {
        Annotated classes = Annotated.compiledTo(folder, """
                C.java: import org.jspecify.annotations.*;
                @NullMarked
                class C {
                    void marked() { class L { void f(String a) {} } }
                    @NullUnmarked void unmarked() { class K { void f(String a) {} } }
                    Object ofField = new Object() { void f(String a) {} };
                }
                """);

        assertThat(classes.marks("C$1L", "f")).isEqualTo(MARKED);
        assertThat(classes.marks("C$1K", "f")).isEqualTo(UNMARKED);
        assertThat(classes.marks("C$1", "f")).isEqualTo(MARKED);
    }

    @Test
    void a_class_of_kotlins_says_itself_where_null_is_excluded() throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                "kotlin/Metadata.java: package kotlin; public @interface Metadata {}",
                "C.java: @kotlin.Metadata @org.jspecify.annotations.NullMarked class C {"
                        + " void f(@org.jetbrains.annotations.NotNull String a, String b) {} }");

        assertThat(classes.marks("C", "f")).isEqualTo("(!String;String;)V");
    }
}
