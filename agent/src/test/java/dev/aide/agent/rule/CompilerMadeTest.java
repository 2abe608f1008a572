package dev.aide.agent.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

/** Class files with the methods {@code <init>(I)}, {@code copy(I)}, {@code copy(J)}, static {@code of} and {@code copy$default$1}. */
class CompilerMadeTest {
    @Test
    void a_name_with_a_dollar_sign_is_a_compilers() {
        assertThat(ofSource("Item.java")).containsExactly("<init>(I)V", "copy(I)V", "copy(J)V", "of(I)V");
    }

    @Test
    void a_copy_that_takes_what_the_constructor_takes_is_made_in_kotlin_and_scala() {
        assertThat(ofSource("Item.kt")).containsExactly("<init>(I)V", "copy(J)V", "of(I)V");
    }

    @Test
    void scala_has_no_static_methods_but_those_that_forward_to_its_objects() {
        assertThat(ofSource("Item.scala")).containsExactly("<init>(I)V", "copy(J)V");
    }

    @Test
    void closures_of_groovy_are_made_whole() {
        assertThat(ofSource("Item.groovy", "org/codehaus/groovy/runtime/GeneratedClosure"))
                .isEmpty();
        assertThat(ofSource("Item.groovy", "java/lang/Runnable")).hasSize(4);
    }

    @Test
    void the_companion_of_a_case_class_has_its_apply_made() {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_FINAL, "com/acme/Item$", null, "java/lang/Object", null);
        writer.visitSource("Item.scala", null);
        writer.visitMethod(0, "apply", "(I)Lcom/acme/Item;", null, null).visitEnd();
        writer.visitMethod(0, "apply", "(I)Ljava/lang/String;", null, null).visitEnd();
        writer.visitMethod(0, "unapply", "(Lcom/acme/Item;)Lscala/Option;", null, null)
                .visitEnd();
        writer.visitEnd();

        assertThat(ofSource(writer))
                .containsExactly("apply(I)Ljava/lang/String;", "unapply(Lcom/acme/Item;)Lscala/Option;");
    }

    /** Returns the methods that the source has. */
    private static List<String> ofSource(String name, String... interfaces) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_ABSTRACT, "com/acme/Item", null, "java/lang/Object", interfaces);
        writer.visitSource(name, null);
        writer.visitMethod(0, "<init>", "(I)V", null, null).visitEnd();
        writer.visitMethod(0, "copy", "(I)V", null, null).visitEnd();
        writer.visitMethod(0, "copy", "(J)V", null, null).visitEnd();
        writer.visitMethod(Opcodes.ACC_STATIC, "of", "(I)V", null, null).visitEnd();
        writer.visitMethod(0, "copy$default$1", "()I", null, null).visitEnd();
        writer.visitEnd();
        return ofSource(writer);
    }

    private static List<String> ofSource(ClassWriter writer) {
        ClassFile file = ClassFile.read(writer.toByteArray());
        CompilerMade made = new CompilerMade(file);
        return file.methods().stream()
                .filter(method -> !made.includes(method))
                .map(MethodInfo::id)
                .toList();
    }
}
