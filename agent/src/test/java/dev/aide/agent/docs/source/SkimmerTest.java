package dev.aide.agent.docs.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkimmerTest {

    @Test
    void a_method_has_the_comment_right_before_it() throws Exception {
        assertThat(skim("""
                        package a.b;
                        /** Of the class. */
                        public class C {
                            /** Of the field. */ int field = 1, other[] = {2};
                            /** First. */ /** Last. */ // line
                            @Deprecated(since = "/** 1 */") public /** late */ void documented() {}
                            /* plain */ void undocumented() {}
                            void after() { /** in a body */ class Local { /** local */ void m() {} } }
                            /** Of a semicolon. */ ;
                            void last() {}
                        }
                        """))
                .containsExactly("a.b.C.documented() Last.", "a.b.C.undocumented()", "a.b.C.after()", "a.b.C.last()");
    }

    @Test
    void types_are_erased_and_written_as_in_the_source() throws Exception {
        assertThat(skim("""
                                class C<T extends Comparable<T>, @A U extends T> {
                                    <X extends Number & Runnable, Y> void m(
                                            final T t, U[] us, X x, Y y, java.util.List<? extends Map.Entry<X, Y[]>> l,
                                            Outer<T>.@A("(") Inner<U> i, @A(b = {1, 2}) int @A [] a[], String @A ... rest) {}
                                    <T> void shadowed(T t) {}
                                    void receiver(C<T, U> this, int i) {}
                                    int[] old()[] { return null; }
                                }
                                """))
                .containsExactly(
                        "C.<X, Y>m(Comparable t, Comparable[] us, Number x, Object y, java.util.List l, Outer.Inner i,"
                                + " int[][] a, String[] rest)",
                        "C.<T>shadowed(Object t)",
                        "C.receiver(int i)",
                        "C.old()");
    }

    @Test
    void type_variables_that_bound_each_other_end_at_object() throws Exception {
        assertThat(Skimmer.skim("class C<T extends U, U extends T> { void m(T t) {} }")
                        .types()
                        .get(0)
                        .methods()
                        .get(0)
                        .parameterTypes())
                .containsExactly("Object");
    }

    @Test
    void nested_types_of_every_kind_are_found() throws Exception {
        assertThat(skim("""
                                package p;
                                interface I { /** i */ void m(); enum E { A { void hidden() {} }, @X({1}) B(f(";"), 2), ; /** e */ void e() {} } }
                                @interface Ann { /** v */ String[] value() default {"}", "{"}; int n() default 1; }
                                record R<T>(T first, int... more) implements X<T> {
                                    /** Compact. */ R { if (more == null) { throw new Error(); } }
                                    /** Of one. */ R(T first) { this(first, 1); }
                                    static int n;
                                }
                                sealed abstract class S permits T {}
                                non-sealed class T extends S { static { int x = '}'; } { int y = '\\''; } T() {} }
                                enum Empty {}
                                enum Plain { A, B }
                                """))
                .containsExactly(
                        "p.I$E.e() e",
                        "p.I.m() i",
                        "p.Ann.value() v",
                        "p.Ann.n()",
                        "p.R.<init>(Object first, int[] more) Compact.",
                        "p.R.<init>(Object first) Of one.",
                        "p.T.<init>()");
    }

    @Test
    void words_that_are_keywords_in_places_only_are_names_elsewhere() throws Exception {
        assertThat(skim("""
                                class C {
                                    boolean sealed; int record, non = 3; String module;
                                    void record(int record) { record(record); }
                                    C sealed(String permits) { return null; }
                                    int non() { return non-sealed; }
                                    yield yield(when when) { return null; }
                                }
                                """, false))
                .containsExactly("C.record(int record)", "C.sealed(String permits)", "C.non()", "C.yield(when when)");
    }

    @Test
    void what_looks_like_a_comment_in_a_literal_is_none() throws Exception {
        assertThat(skim("""
                                class C {
                                    String a = "/** no */ \\" {", b = ""\"
                                        { /** no */ " "" \\""\" }
                                        ""\";
                                    char c = '"', d = '\\\\', e = '{';
                                    double f = 1.5e-3, g = .5, h = 0x1.8p1, i = 1__0L;
                                    /**/ void empty() {}
                                    /***/ void stars() {}
                                    /** Escaped \\u002a\\u002f void m() {}
                                    /** \\\\u002a/ */ void slashes() {}
                                }
                                """)).containsExactly("C.empty()", "C.stars()", "C.m() Escaped", "C.slashes() \\\\u002a/");
    }

    @Test
    void markdown_comments_are_runs_of_three_slashes() throws Exception {
        String text = """
                class C {
                  /// One
                  /// two.
                  void run() {}
                  /// Not this.

                  /// But this.
                  void last() {}
                  ///// Banner
                  void banner() {}
                  /** Kept. */
                  ///
                  void blank() {}
                  // plain
                  void plain() {}
                } ///""";
        String[] expected = {"C.run() One two.", "C.last() But this.", "C.banner()", "C.blank() Kept.", "C.plain()"};

        assertThat(skim(text, false)).containsExactly(expected);
        assertThat(skim(text.replace("\n", "\r\n"), false)).containsExactly(expected);
    }

    @Test
    void imports_are_those_of_single_types() throws Exception {
        SourceFile file = Skimmer.skim("@A package p; import java.util.List; import java.io.*; import static a.B.c;"
                + " import module java.base; ; class C { }");

        assertThat(file.imports()).containsExactly("java.util.List");
    }

    @Test
    void lambdas_and_anonymous_classes_in_fields_are_skipped() throws Exception {
        assertThat(skim("""
                                class C {
                                    Runnable r = () -> { int x; };
                                    Object o = new Object() { /** no */ public void hidden() {} };
                                    java.util.function.Function<Integer, int[]> f = int[]::new, g = n -> new int[] {n};
                                    boolean b = 1 < 2 && 3 > 2;
                                    void m() throws java.io.IOException, @A Error { if (b) { } }
                                    native void n(); abstract void a() ;
                                }
                                """, false)).containsExactly("C.m()", "C.n()", "C.a()");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "class C { void m() {   | line 1: '{' is never closed",
                "class C { int x }      | line 1: '}' stands where the rest of a declaration should",
                "class C { void m(int) {} } | line 1: ')' stands where a name should",
                "class C { /* open      | line 1: the comment is never closed",
                "class C { String s = \"open; } | line 1: the string is never closed",
                "class C { char c = 'open; } | line 1: the character is never closed",
                "class C { String s = \"\"\"open; } | line 1: the text block is never closed",
                "class                  | line 1: the file ends where a name should follow",
            })
    void what_is_not_java_is_refused_with_its_place(String text, String message) {
        assertThatThrownBy(() -> Skimmer.skim(text.trim()))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage(message.trim());
    }

    @Test
    void types_nested_without_end_are_refused() {
        assertThatThrownBy(() -> Skimmer.skim("\nclass C { ".repeat(200) + "}".repeat(200)))
                .isInstanceOf(UnreadableSource.class)
                .hasMessage("line 102: types are nested more than 100 deep");
    }

    /** Cuts a source off at each character, and changes each one: it is read or refused, and nothing else happens. */
    @Test
    void no_damaged_source_does_harm() {
        String source =
                "package p; import a.B; @A(\"x\") class C<T extends B> { /** d */ <U> T m(U[] u) { return '}'; } }";
        int refused = 0;
        for (int i = 0; i < source.length(); i++) {
            refused += refused(source.substring(0, i));
            for (char c : "{}()[]<>;@\"'/*\\.,& x".toCharArray()) {
                refused += refused(source.substring(0, i) + c + source.substring(i + 1));
            }
        }
        assertThat(refused).isPositive();
    }

    private static int refused(String source) {
        try {
            Skimmer.skim(source);
            return 0;
        } catch (UnreadableSource e) {
            return 1;
        }
    }

    private static List<String> skim(String text) throws UnreadableSource {
        return skim(text, true);
    }

    /** Where this JDK's parser takes the text, it must find the same. */
    private static List<String> skim(String text, boolean isForCompiler) throws UnreadableSource {
        List<String> skimmed = describe(Skimmer.skim(text));
        if (isForCompiler) {
            assertThat(describe(CompilerParser.ofThisRuntime().parse(text))).isEqualTo(skimmed);
        }
        return skimmed;
    }

    private static List<String> describe(SourceFile file) {
        List<String> lines = new ArrayList<>();
        for (SourceType type : file.types()) {
            for (SourceMethod method : type.methods()) {
                lines.add(type.binaryName() + "." + describe(method));
            }
        }
        return lines;
    }

    private static String describe(SourceMethod method) {
        List<String> parameters = new ArrayList<>();
        for (int i = 0; i < method.parameterTypes().size(); i++) {
            parameters.add(method.parameterTypes().get(i) + " "
                    + method.parameterNames().get(i));
        }
        String typeParameters =
                method.typeParameters().isEmpty() ? "" : "<" + String.join(", ", method.typeParameters()) + ">";
        String comment = method.comment() == null ? "" : method.comment().replaceAll("\\s+", " ");
        return (typeParameters + method.name() + "(" + String.join(", ", parameters) + ") " + comment.trim()).trim();
    }
}
