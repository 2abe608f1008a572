package dev.aide.agent.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFinder;
import dev.aide.agent.classfile.Surroundings;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StaleTagsTest {
    private static final List<String> IMPORTS = List.of("java.io.IOException", "java.io.UncheckedIOException");

    @Test
    void a_parameter_that_is_not_there_is_stale() {
        assertThat(stale("@param lines a\n@param count b\n@param <T> c\n@param <U> d", List.of("lines", "customer")))
                .containsExactly(
                        "@param count: the method's parameters are lines, customer",
                        "@param <U>: the method's type parameter is T");
        assertThat(stale("@param count b", List.of())).containsExactly("@param count: the method has no parameter");
    }

    @Test
    void names_come_from_the_class_file_where_no_source_has_them() {
        MethodDoc doc = doc("@param lines a\n@param count b\n@param <X> c", null, null);

        assertThat(find(doc, method("(I)V", "<T::Ljava/util/List<TT;>;X:[TT;>(I)V", List.of("lines"))))
                .containsExactly("@param count: the method's parameter is lines");
        assertThat(find(doc, method("(I)V", null, List.of("lines", "count"))))
                .containsExactly("@param <X>: the method has no type parameter");
    }

    @Test
    void where_names_are_unknown_nothing_is_stale() {
        MethodDoc doc = doc("@param lines a\n@param <X> c", null, null);

        assertThat(find(doc, method("(I)V", "<T", null))).isEmpty();
    }

    @Test
    void a_result_of_what_returns_nothing_is_stale() {
        MethodDoc doc = doc("@return the number", List.of(), List.of());

        assertThat(find(doc, method("()V", null, null))).containsExactly("@return: the method returns nothing");
        assertThat(find(doc, method("()I", null, null))).isEmpty();
    }

    @Test
    void a_checked_exception_that_is_never_declared_is_stale() {
        assertThat(stale("@throws IOException if"))
                .containsExactly("@throws java.io.IOException: the method declares no such checked exception");
        assertThat(stale("@throws java.util.concurrent.TimeoutException if", "java/io/IOException"))
                .containsExactly(
                        "@throws java.util.concurrent.TimeoutException: the method declares no such checked exception");
        assertThat(stale("@throws Exception if")).hasSize(1);
        assertThat(stale("@throws Checked if")).hasSize(1);
        assertThat(stale("@throws StaleTagsTest.Checked if")).hasSize(1);
        assertThat(stale("@throws dev.aide.agent.docs.StaleTagsTest.Checked if"))
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@throws IllegalStateException if",
                "@throws UncheckedIOException if",
                "@throws OutOfMemoryError if",
                "@throws NotToBeFoundException if",
                "@throws StaleTagsTest if",
                "@throws T if"
            })
    void what_is_unchecked_or_unknown_is_never_stale(String comment) {
        assertThat(stale(comment)).isEmpty();
    }

    @Test
    void kin_of_a_declared_exception_is_not_stale() {
        assertThat(stale("@throws IOException if", "java/io/IOException")).isEmpty();
        assertThat(stale("@throws IOException if", "java/io/FileNotFoundException"))
                .isEmpty();
        assertThat(stale("@throws IOException if", "java/lang/Exception")).isEmpty();
        assertThat(stale("@throws IOException if", "com/acme/NotToBeFound")).isEmpty();
        assertThat(stale("@throws Checked if", "com/acme/Checked")).isEmpty();
    }

    private static List<String> stale(String comment, List<String> parameters) {
        return find(doc(comment, parameters, List.of("T")), method("()I", null, null));
    }

    private static List<String> stale(String comment, String... exceptions) {
        return find(doc(comment, List.of(), List.of("T")), method("()I", null, null, exceptions));
    }

    private static MethodDoc doc(String comment, List<String> parameters, List<String> typeParameters) {
        return new MethodDoc(Verdict.DOCUMENTED, DocComment.read(comment, IMPORTS), parameters, typeParameters);
    }

    private static DeclaredMethod method(
            String descriptor, String signature, List<String> parameters, String... exceptions) {
        String owner = StaleTagsTest.class.getName().replace('.', '/') + "$Nested$Deep";
        return new DeclaredMethod(owner, descriptor, signature, parameters, List.of(exceptions));
    }

    private static List<String> find(MethodDoc doc, DeclaredMethod method) {
        Surroundings surroundings = new Surroundings(new ClassFinder(StaleTagsTest.class.getClassLoader()), null);
        Stream<StaleTag> found = StaleTags.find(doc, method, surroundings).stream();
        return found.map(StaleTag::toString).toList();
    }

    static class Checked extends Exception {
        private static final long serialVersionUID = 1;
    }
}
