package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.Unchecked;
import dev.aide.agent.classfile.ClassFile;
import java.util.Comparator;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class ConventionAmbiguousTest {
    private static final Judging JUDGING = Judging.byRule("convention.ambiguous");
    private static final String SENTENCE =
            "has parameters that a caller can swap unnoticed: %s; give them types of their own, or take one object";

    @Test
    void all_that_can_be_swapped_is_named_in_one_finding_a_method() {
        assertThat(JUDGING.findings(Books.class))
                .containsExactlyInAnyOrder(
                        "Books.add(String author, String title, boolean isNew): " + SENTENCE.formatted("author, title"),
                        "Books.copy(boolean recursive, String folder, boolean overwrite): "
                                + SENTENCE.formatted("recursive, overwrite"),
                        "new Books(int pages, int shelf): " + SENTENCE.formatted("pages, shelf"));
    }

    @Test
    void a_finding_is_known_by_names_and_types() {
        assertThat(JUDGING.enforced(Books.class, "add(Ljava/lang/String;Ljava/lang/String;Z)V"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.position()).isEqualTo("author, title");
                    assertThat(finding.found()).isEqualTo("String, String");
                });
    }

    @Test
    void what_cannot_be_swapped_or_is_not_the_callers_is_left_alone() {
        assertThat(JUDGING.findings(Clear.class)).isEmpty();
        assertThat(JUDGING.findings(Clear.Inner.class)).isEmpty();
        assertThat(JUDGING.findings(Clear.Size.class)).isEmpty();
        assertThat(JUDGING.findings(Overriding.class)).isEmpty();
    }

    @Test
    void a_parameter_can_be_silenced() {
        assertThat(JUDGING.findings(Silenced.class))
                .containsExactly(
                        "Silenced.three(int pages, int shelf, int room): " + SENTENCE.formatted("shelf, room"));
    }

    @Test
    void more_orders_can_be_taught() {
        assertThat(Judging.by("rule.arity=off;rule.docs=off;rule.convention=off;rule.convention.ambiguous=warn;"
                                + "convention.orders=author:title,pages:shelf")
                        .methods(Books.class))
                .containsExactly("copy");
    }

    @Test
    void value_classes_of_kotlin_may_have_been_types_of_their_own() {
        ConventionAmbiguous rule = new ConventionAmbiguous(List.of());

        assertThat(rule.judge(taking(Opcodes.ACC_PUBLIC, "pay-kZ5cAbc", "Till.kt")))
                .isNull();
        assertThat(rule.judge(taking(Opcodes.ACC_PRIVATE, "<init>", "Till.kt"))).isNull();
        assertThat(rule.judge(taking(Opcodes.ACC_PUBLIC, "pay", "Till.kt"))).isNotNull();
        assertThat(rule.judge(taking(Opcodes.ACC_PRIVATE, "<init>", "Till.java")))
                .isNotNull();
    }

    private static MethodView taking(int access, String name, String source) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_SUPER, "com/acme/Till", null, "java/lang/Object", null);
        writer.visitSource(source, null);
        MethodVisitor method = writer.visitMethod(access | Opcodes.ACC_ABSTRACT, name, "(II)V", null, null);
        method.visitParameter("amount", 0);
        method.visitParameter("customer", 0);
        method.visitEnd();
        writer.visitEnd();
        ClassFile file = ClassFile.read(writer.toByteArray());
        return MethodView.of(file, file.methods().get(0));
    }

    @SuppressWarnings("unused")
    static class Silenced {
        void two(@Unchecked("convention.ambiguous") String author, String title) {}

        void three(@Unchecked("convention") int pages, int shelf, int room) {}

        void flags(boolean isNew, @Unchecked boolean isLent) {}
    }

    @SuppressWarnings("unused")
    static class Books {
        Books(int pages, int shelf) {}

        void add(String author, String title, boolean isNew) {}

        void copy(boolean recursive, String folder, boolean overwrite) {}
    }

    @SuppressWarnings({"unused", "ClassCanBeStatic"}) // an inner class is what the test is about
    static class Clear {
        void resize(int width, int height) {}

        void rename(String author, int pages) {}

        void print(String format, String... more) {}

        void keep(List<String> authors, List<Integer> pages) {}

        @Unchecked("convention.ambiguous")
        void silenced(String author, String title) {}

        class Inner {
            Inner(Clear around) {}
        }

        enum Size {
            SMALL("s", 1);

            Size(String label, int factor) {}
        }
    }

    static class Overriding implements Comparator<String> {
        @Override
        public int compare(String author, String title) {
            return author.compareTo(title);
        }
    }
}
