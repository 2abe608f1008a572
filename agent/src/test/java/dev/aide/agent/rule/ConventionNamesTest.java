package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;
import org.junit.jupiter.api.Test;

class ConventionNamesTest {
    private static final String SENTENCE =
            "has no names for its parameters in the class file; compile with -parameters or -g";

    @Test
    void parameters_without_names_are_found() {
        StaticFinding finding = new ConventionNames().judge(method("(IJ)V", new String[0]));

        assertThat(finding.sentence()).isEqualTo(SENTENCE);
        assertThat(finding.method()).isEqualTo("com.acme.Orders.take(int arg0, long arg1)");
    }

    @Test
    void one_name_too_few_is_found_too() {
        assertThat(new ConventionNames().judge(method("(IJ)V", "count", null))).isNotNull();
    }

    @Test
    void a_parameter_can_be_silenced() {
        assertThat(new ConventionNames().judge(method("(IJ)V", "dev/aide/Unchecked", 0, "count", null)))
                .as("the other has no name either")
                .isNotNull();
        assertThat(new ConventionNames().judge(method("(IJ)V", "dev/aide/Unchecked", 1, "count", null)))
                .isNull();
        assertThat(new ConventionNames().judge(method("(IJ)V", "java/lang/Deprecated", 1, "count", null)))
                .isNotNull();
    }

    @Test
    void names_will_do_and_so_will_no_parameters() {
        assertThat(new ConventionNames().judge(method("(IJ)V", "count", "when")))
                .isNull();
        assertThat(new ConventionNames().judge(method("()V"))).isNull();
    }

    private static MethodView method(String descriptor, String... names) {
        return method(descriptor, "java/lang/Deprecated", 0, names);
    }

    private static MethodView method(String descriptor, String annotation, int annotated, String... names) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                Opcodes.V1_8,
                Opcodes.ACC_ABSTRACT | Opcodes.ACC_SUPER,
                "com/acme/Orders",
                null,
                "java/lang/Object",
                null);
        MethodVisitor method = writer.visitMethod(Opcodes.ACC_ABSTRACT, "take", descriptor, null, null);
        for (String name : names) {
            method.visitParameter(name, 0);
        }
        method.visitAnnotableParameterCount(Type.getArgumentTypes(descriptor).length, false);
        if (Type.getArgumentTypes(descriptor).length > 0) {
            method.visitParameterAnnotation(annotated, "L" + annotation + ";", false)
                    .visitEnd();
        }
        method.visitEnd();
        writer.visitEnd();
        ClassFile file = ClassFile.read(writer.toByteArray());
        return MethodView.of(file, file.methods().get(0));
    }
}
