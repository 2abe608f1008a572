package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.ClassFinder;
import dev.aide.agent.classfile.Surroundings;
import java.io.InputStream;
import java.util.List;
import java.util.function.Predicate;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** Public, as documentation is asked of such types only; their sources are found beside them. */
public class JudgementTest {
    private static final Rule[] ALL = {
        Rule.ARITY_DECLARED,
        Rule.DOCS_MISSING,
        Rule.DOCS_STALE,
        Rule.CONVENTION_NAMES,
        Rule.CONVENTION_AMBIGUOUS,
        Rule.CONVENTION_RAW,
        Rule.CONVENTION_SWAPPED
    };

    @Test
    void where_all_is_there_each_rule_that_is_on_is_sure() {
        Surroundings around = Judging.surroundings(Orders.class);

        assertThat(Judging.by("mode=strict").sureOf(Orders.class, "place", around, ALL))
                .containsExactly(ALL);
        assertThat(Judging.by("mode=strict;rule.arity=off;rule.docs=off;rule.convention.raw=off")
                        .sureOf(Orders.class, "place", around, ALL))
                .containsExactly(Rule.CONVENTION_NAMES, Rule.CONVENTION_AMBIGUOUS, Rule.CONVENTION_SWAPPED);
        assertThat(Judging.by("mode=strict").sureOf(Orders.class, "place", around, Rule.TYPES_ARGUMENT))
                .isEmpty();
    }

    @Test
    void without_sources_nothing_is_sure_of_documentation() {
        Surroundings around = new Surroundings(new ClassFinder(JudgementTest.class.getClassLoader()), null);

        assertThat(Judging.by("mode=strict").sureOf(Orders.class, "place", around, ALL))
                .doesNotContain(Rule.DOCS_MISSING, Rule.DOCS_STALE)
                .hasSize(ALL.length - 2);
        assertThat(Judging.by("mode=strict").sureOf(Orders.class, "hidden", around, Rule.DOCS_MISSING))
                .as("it need not be documented")
                .containsExactly(Rule.DOCS_MISSING);
    }

    @Test
    void what_looks_into_other_classes_is_unsure_where_they_are_not_found() {
        assertThat(sureWithout("Line", "place")).doesNotContain(Rule.CONVENTION_RAW, Rule.CONVENTION_SWAPPED);
        assertThat(sureWithout("Refused", "place"))
                .doesNotContain(Rule.DOCS_STALE)
                .hasSize(ALL.length - 1);
    }

    @Test
    void no_rule_is_sure_where_a_method_was_left_alone_since_its_supertype_is_not_found() {
        assertThat(sureWithout("Base", "place", "arity.max=1;")).isEmpty();
        assertThat(sureWithout("Base", "place", "")).as("nobody asked for it").contains(Rule.ARITY_DECLARED);
    }

    @Test
    void without_debug_information_names_and_variables_are_unknown() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_SUPER, "com/acme/Bare", null, "java/lang/Object", null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_PUBLIC, "take", "(II)V", null, null);
        method.visitCode();
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(0, 3);
        method.visitEnd();
        writer.visitEnd();
        ClassFile file = ClassFile.read(writer.toByteArray());
        MethodView view = MethodView.of(file, file.methods().get(0));

        assertThat(new ConventionAmbiguous(List.of()).canTell(view)).isFalse();
        assertThat(new ConventionSwapped(Judging.surroundings(Orders.class)).canTell(view))
                .isFalse();
        assertThat(new ConventionNames().canTell(view)).isTrue();
    }

    private static List<Rule> sureWithout(String type, String method) {
        return sureWithout(type, method, "");
    }

    /** Judges where one of the classes here is not found. */
    private static List<Rule> sureWithout(String type, String method, String settings) {
        ClassLoader all = JudgementTest.class.getClassLoader();
        Predicate<String> isGone = name -> name.endsWith("JudgementTest$" + type + ".class");
        ClassLoader some = new ClassLoader(all) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return isGone.test(name) ? null : super.getResourceAsStream(name);
            }
        };
        Surroundings around = new Surroundings(
                new ClassFinder(some),
                JudgementTest.class.getProtectionDomain().getCodeSource().getLocation());
        return Judging.by(settings + "mode=strict").sureOf(Orders.class, method, around, ALL);
    }

    @SuppressWarnings("unused")
    public static class Orders extends Base {
        /**
         * Places an order.
         *
         * @throws Refused if there is none
         */
        public void place(int number, Line line) throws Refused {
            line.set(number, number);
        }

        private void hidden() {}
    }

    static class Base {}

    static class Line {
        void set(int row, int column) {}
    }

    static class Refused extends Exception {
        private static final long serialVersionUID = 1;
    }
}
