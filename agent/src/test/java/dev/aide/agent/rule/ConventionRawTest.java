package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.Unchecked;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.KnownSurroundings;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class ConventionRawTest {
    private final ConventionRaw rule =
            new ConventionRaw(new KnownSurroundings().of(ConventionRawTest.class.getClassLoader(), null));

    @Test
    void each_raw_type_of_a_signature_is_named_in_one_finding() {
        assertThat(Judging.byRule("convention.raw").findings(Signatures.class))
                .containsExactly(
                        "Signatures.raw(List first, Map<String, List[]> deep): leaves raw: first (List), deep (List),"
                                + " result (Map.Entry); give each its type arguments, or <?>");
    }

    @Test
    void a_parameter_can_be_silenced() {
        assertThat(Judging.byRule("convention.raw").findings(Silenced.class))
                .containsExactly("Silenced.raw(List first, List second): leaves raw: second (List); give each its type"
                        + " arguments, or <?>");
    }

    @Test
    void code_from_before_type_arguments_cannot_give_any() {
        assertThat(rule.judge(taking("java/util/List", Opcodes.V1_4))).isNull();
        assertThat(rule.judge(taking("java/util/List", Opcodes.V1_5)).sentence())
                .isEqualTo("leaves raw: arg0 (List); give each its type arguments, or <?>");
    }

    @Test
    void a_class_that_cannot_be_found_is_left_alone() {
        assertThat(rule.judge(taking("com/acme/Unknown", Opcodes.V1_8))).isNull();
    }

    private static MethodView taking(String type, int version) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(version, Opcodes.ACC_ABSTRACT | Opcodes.ACC_SUPER, "com/acme/Old", null, "java/lang/Object", null);
        writer.visitMethod(Opcodes.ACC_ABSTRACT, "take", "(L" + type + ";)V", null, null)
                .visitEnd();
        writer.visitEnd();
        ClassFile file = ClassFile.read(writer.toByteArray());
        return MethodView.of(file, file.methods().get(0));
    }

    @SuppressWarnings({"unused", "rawtypes"})
    static class Silenced {
        void raw(@Unchecked("convention.raw") List first, @Unchecked("types") List second) {}

        void one(@Unchecked List only) {}
    }

    @SuppressWarnings({"unused", "rawtypes"})
    static class Signatures {
        Map.Entry raw(List first, Map<String, List[]> deep) {
            return null;
        }

        <T extends Comparable<T>> Map.Entry<?, T> full(
                List<? super T> first, Class<?>[] types, Comparator<int[]> order, String text) {
            return null;
        }
    }
}
