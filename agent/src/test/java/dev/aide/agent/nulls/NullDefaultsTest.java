package dev.aide.agent.nulls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NullDefaultsTest {
    private static final String METHOD =
            "java.util.List<String> f(String a, java.util.List<String> b, String[] c, T d) { return b; } }";
    private static final String PLAIN = "(String;List<String;>;[String;TT;)List<String;>;";

    @TempDir
    Path folder;

    @Test
    void nothing_is_said_where_nothing_is_annotated() throws IOException {
        assertThat(marksIn("")).isEqualTo(PLAIN);
    }

    @Test
    void nullmarked_says_it_of_every_part() throws IOException {
        assertThat(marksIn("@org.jspecify.annotations.NullMarked"))
                .isEqualTo("(!String;!List<!String;>;![!String;!TT;)!List<!String;>;");
    }

    @Test
    void jsr_305_says_it_of_parameters_and_not_of_what_is_in_them() throws IOException {
        assertThat(marksIn("@javax.annotation.ParametersAreNonnullByDefault"))
                .isEqualTo("(!String;!List<String;>;![String;!TT;)List<String;>;");
        assertThat(marksIn("@edu.umd.cs.findbugs.annotations.ReturnValuesAreNonnullByDefault"))
                .isEqualTo("(String;List<String;>;[String;TT;)!List<String;>;");
    }

    @Test
    void a_type_qualifier_default_says_it_of_the_places_it_names() throws IOException {
        String nonNull = "@javax.annotation.Nonnull @javax.annotation.meta.TypeQualifierDefault(java.lang.annotation."
                + "ElementType.%s) @interface Own {}";

        assertThat(marksIn("@Own", "Own.java: " + nonNull.formatted("METHOD")))
                .isEqualTo("(String;List<String;>;[String;TT;)!List<String;>;");
        assertThat(marksIn("@Own", "Own.java: " + nonNull.formatted("PARAMETER")))
                .isEqualTo("(!String;!List<String;>;![String;!TT;)List<String;>;");
        assertThat(marksIn("@Own", "Own.java: " + nonNull.formatted("FIELD"))).isEqualTo(PLAIN);
    }

    @Test
    void springs_default_is_known_by_what_it_is_annotated_with() throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                "p/package-info.java: @org.springframework.lang.NonNullApi package p;",
                "p/C.java: package p; class C<T> { " + METHOD);

        assertThat(classes.marks("p/C", "f")).isEqualTo("(!String;!List<String;>;![String;!TT;)!List<String;>;");
    }

    @Test
    void eclipse_leaves_type_variables_and_arrays_contents_out() throws IOException {
        assertThat(marksIn("@org.eclipse.jdt.annotation.NonNullByDefault"))
                .isEqualTo("(!String;!List<!String;>;![String;TT;)!List<!String;>;");
        assertThat(marksIn("@org.eclipse.jdt.annotation.NonNullByDefault("
                        + "org.eclipse.jdt.annotation.DefaultLocation.ARRAY_CONTENTS)"))
                .isEqualTo("(String;List<String;>;[!String;TT;)List<String;>;");
        assertThat(marksIn("@org.eclipse.jdt.annotation.NonNullByDefault({})")).isEqualTo(PLAIN);
    }

    @Test
    void checkers_default_says_it_of_the_locations_it_names() throws IOException {
        String nonNull = "@org.checkerframework.framework.qual.DefaultQualifier(value ="
                + " org.checkerframework.checker.nullness.qual.NonNull.class, locations ="
                + " org.checkerframework.framework.qual.TypeUseLocation.%s)";

        assertThat(marksIn(nonNull.formatted("PARAMETER")))
                .isEqualTo("(!String;!List<String;>;![String;TT;)List<String;>;");
        assertThat(marksIn(nonNull.formatted("RETURN"))).isEqualTo("(String;List<String;>;[String;TT;)!List<String;>;");
        assertThat(marksIn(nonNull.formatted("FIELD"))).isEqualTo(PLAIN);
    }

    @Test
    void unannotated_excludes_null_where_asked_but_from_type_variables_and_arrays_contents() throws IOException {
        Annotated classes = Annotated.compiledTo(
                folder,
                "C.java: class C<T> { " + METHOD,
                "D.java: class D { public boolean equals(Object o) {return false;} }");

        assertThat(classes.marksByDefault("C", "f"))
                .isEqualTo("(!String;!List<!String;>;![String;TT;)!List<!String;>;");
        assertThat(classes.marksByDefault("D", "equals")).isEqualTo("(Object;)Z");
    }

    @Test
    void jsr_305_inside_another_default_does_not_take_over_its_type_variables() throws IOException {
        Annotated classes = Annotated.compiledTo(folder, """
                C.java: @org.jspecify.annotations.NullMarked
                class C<T extends @org.jspecify.annotations.Nullable Object> {
                    @javax.annotation.ParametersAreNonnullByDefault T f(T a, String b) { return a; }
                }
                """, """
                D.java: @javax.annotation.ParametersAreNonnullByDefault class D<T> { T f(T a) { return a; } }
                """);

        assertThat(classes.marks("C", "f")).isEqualTo("(TT;!String;)TT;");
        assertThat(classes.marksByDefault("D", "f")).isEqualTo("(TT;)TT;");
    }

    @Test
    void jsr_305_leaves_what_overrides_to_the_method_that_it_overrides() throws IOException {
        Annotated classes = Annotated.compiledTo(folder, """
                C.java: @javax.annotation.ParametersAreNonnullByDefault
                abstract class C implements java.util.Map<String, String>, java.util.function.Function<String, String> {
                    public String get(Object key) { return null; }
                    public String apply(String key) { return null; }
                    public String own(String key) { return null; }
                }
                """);

        assertThat(classes.marks("C", "get")).isEqualTo("(Object;)String;");
        assertThat(classes.marks("C", "apply")).isEqualTo("(String;)String;");
        assertThat(classes.marks("C", "own")).isEqualTo("(!String;)String;");
    }

    private String marksIn(String annotation, String... further) throws IOException {
        String[] sources = new String[further.length + 1];
        System.arraycopy(further, 0, sources, 1, further.length);
        sources[0] = "C.java: " + annotation + " class C<T> { " + METHOD;
        return Annotated.compiledTo(folder, sources).marks("C", "f");
    }
}
