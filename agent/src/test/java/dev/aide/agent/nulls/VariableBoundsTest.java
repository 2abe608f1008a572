package dev.aide.agent.nulls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VariableBoundsTest {
    private Annotated classes;

    @BeforeEach
    void compile(@TempDir Path folder) throws IOException {
        classes = Annotated.compiledTo(
                folder, """
                C.java: import java.util.*;
                import org.jspecify.annotations.*;
                @NullMarked
                class C<T, N extends @Nullable Object, D extends T, E extends N> {
                    void ofClass(T a, N b, D c, E d) {}
                    void projected(@Nullable T a, @NonNull N b) {}
                    void inside(List<T> a, List<N> b, List<? extends N> c, N[] d) {}
                    <M> void ofMethod(M a) {}
                    <M extends @Nullable Comparable<M>> void nullable(M a) {}
                    <M extends N> void throughClass(M a) {}
                    <T extends @Nullable Object> void hidden(T a) {}
                    @NullUnmarked <M> void unmarked(M a, T b) {}
                    class Inner { void ofOuter(T a) {} }
                }
                """, "U.java: class U<T> { @org.jspecify.annotations.NullMarked <M> void f(T a, M b) {} }");
    }

    @Test
    void a_variable_excludes_null_where_its_bound_does() {
        assertThat(signature("ofClass")).isEqualTo("(!TT;TN;!TD;TE;)V");
        assertThat(signature("ofMethod")).isEqualTo("(!TM;)V");
        assertThat(signature("nullable")).isEqualTo("(TM;)V");
        assertThat(signature("throughClass")).isEqualTo("(TM;)V");
    }

    @Test
    void what_is_said_of_a_use_goes_before_its_bound() {
        assertThat(signature("projected")).isEqualTo("(TT;!TN;)V");
    }

    @Test
    void variables_inside_other_types_are_held_to_their_bounds_too() {
        assertThat(signature("inside")).isEqualTo("(!List<!TT;>;!List<TN;>;!List<+TN;>;![TN;)V");
    }

    @Test
    void a_variable_of_the_method_hides_one_of_the_class() {
        assertThat(signature("hidden")).isEqualTo("(TT;)V");
    }

    @Test
    void where_the_scope_is_unmarked_nothing_is_said() {
        assertThat(signature("unmarked")).isEqualTo("(TM;TT;)V");
        // the bound of T was declared outside of the marked scope
        assertThat(classes.marks("U", "f")).endsWith("(TT;!TM;)V");
    }

    @Test
    void variables_of_an_outer_class_are_not_known() {
        assertThat(classes.marks("C$Inner", "ofOuter")).isEqualTo("(TT;)V");
    }

    private String signature(String method) {
        String marks = classes.marks("C", method);
        return marks.substring(marks.indexOf('('));
    }
}
