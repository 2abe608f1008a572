package dev.aide.agent.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@SuppressWarnings({"unused", "ClassCanBeStatic"}) // an inner class is what type annotations have a path to
class AnnotationsTest {

    @Test
    void members_that_are_text_are_kept_whatever_stands_around_them() throws IOException {
        Annotation annotation = only(file(Annotated.class).annotations());

        assertThat(annotation.type()).isEqualTo("dev/aide/agent/classfile/AnnotationsTest$All");
        assertThat(annotation.simpleType()).isEqualTo("All");
        assertThat(annotation.texts("text")).containsExactly("a");
        assertThat(annotation.texts("kind")).containsExactly("METHOD");
        assertThat(annotation.texts("on")).containsExactly("true");
        assertThat(annotation.texts("off")).containsExactly("false");
        assertThat(annotation.texts("types")).containsExactly("Ljava/lang/String;", "[I");
        assertThat(annotation.texts("number")).isEmpty();
        assertThat(annotation.texts("big")).isEmpty();
        assertThat(annotation.texts("nested")).isEmpty();
        assertThat(annotation.texts("absent")).isEmpty();
        assertThat(annotation.isEmptyArray("none")).isTrue();
        assertThat(annotation.isEmptyArray("types")).isFalse();
        assertThat(annotation.isEmptyArray("absent")).isFalse();
        assertThat(annotation.texts("last")).containsExactly("z");
    }

    @Test
    void annotations_of_parameters_are_those_of_both_retentions() throws IOException {
        List<List<Annotation>> annotations = method("parameters").parameterAnnotations();

        assertThat(annotations).hasSize(3);
        assertThat(annotations.get(0)).extracting(Annotation::simpleType).containsExactly("Seen", "Unseen");
        assertThat(annotations.get(1)).isEmpty();
        assertThat(annotations.get(2)).extracting(Annotation::simpleType).containsExactly("Unseen");
    }

    @Test
    void annotations_of_types_have_their_target_and_path() throws IOException {
        assertThat(method("types").typeAnnotations())
                .extracting(each -> each.target() + " " + each.parameter() + " " + each.bound() + " " + each.path())
                .containsExactlyInAnyOrder(
                        "RESULT 0 0 ",
                        "PARAMETER 0 0 0;",
                        "PARAMETER 0 0 1;*",
                        "PARAMETER 1 0 ",
                        "PARAMETER 1 0 [",
                        "PARAMETER 2 0 .",
                        "BOUND 0 1 ");
    }

    @Test
    void annotations_of_a_class_types_are_those_of_its_bounds() throws IOException {
        assertThat(file(Bounded.class).typeAnnotations())
                .extracting(each -> each.target() + " " + each.parameter() + " " + each.bound() + " " + each.path())
                .containsExactly("BOUND 1 0 ");
    }

    private static MethodInfo method(String name) throws IOException {
        return file(Annotated.class).methods().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static ClassFile file(Class<?> type) throws IOException {
        return ClassFile.read(Fixtures.bytes(type));
    }

    private static Annotation only(List<Annotation> annotations) {
        assertThat(annotations).hasSize(1);
        return annotations.get(0);
    }

    @Retention(RetentionPolicy.CLASS)
    @interface All {
        String text();

        ElementType kind();

        boolean on();

        boolean off();

        Class<?>[] types();

        int number();

        long big();

        Target nested();

        String[] none();

        String last();
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Seen {}

    @Retention(RetentionPolicy.CLASS)
    @interface Unseen {}

    @Target(ElementType.TYPE_USE)
    @interface OfType {}

    @All(
            text = "a",
            kind = ElementType.METHOD,
            on = true,
            off = false,
            types = {String.class, int[].class},
            number = 7,
            big = 8,
            nested = @Target({ElementType.TYPE}),
            none = {},
            last = "z")
    static class Annotated {
        class Inner {}

        void parameters(@Seen @Unseen String one, long two, @Unseen String three) {}

        <T extends @OfType Comparable<T>> @OfType String types(
                Map<@OfType String, ? extends @OfType Object> one,
                @OfType String @OfType [] two,
                AnnotationsTest.Annotated.@OfType Inner three) {
            @OfType String local = "";
            return local;
        }
    }

    static class Bounded<A, B extends @OfType Object> {}
}
