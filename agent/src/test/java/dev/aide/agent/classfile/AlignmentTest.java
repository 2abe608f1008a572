package dev.aide.agent.classfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.type.MethodSignature;
import java.io.IOException;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;

class AlignmentTest {

    @Test
    void a_plain_method_corresponds_one_to_one() throws IOException {
        Alignment alignment = of(Fixtures.bytes(Fixtures.Named.class), "named");

        assertThat(alignment.slots(List.of(0, 1, 2))).containsExactly(1, 2, 4);
        assertThat(alignment.names()).containsExactly("lines", "when", "customer");
        assertThat(alignment.signatureText()).isEqualTo("(Ljava/util/List<Ljava/lang/String;>;JLjava/lang/Object;)V");
    }

    @Test
    void a_static_method_begins_at_slot_zero() throws IOException {
        assertThat(of(Fixtures.bytes(Fixtures.Repository.class), "names").slots(List.of(0)))
                .containsExactly(0);
    }

    @Test
    void an_inner_class_is_given_its_outer_instance_first() throws IOException {
        Alignment alignment = of(Fixtures.bytes(Fixtures.Inner.class), "<init>");

        assertThat(alignment.slots(List.of(0, 1))).containsExactly(2, 4);
        assertThat(alignment.names()).containsExactly("number", "names");
    }

    @Test
    void a_nested_class_is_given_nothing_more() throws IOException {
        assertThat(of(Fixtures.bytes(Fixtures.Nested.class), "<init>").slots(List.of(0, 1)))
                .containsExactly(1, 3);
    }

    @Test
    void an_enum_is_given_its_name_and_ordinal_first() throws IOException {
        Alignment alignment = of(Fixtures.bytes(Fixtures.Kind.class), "<init>");

        assertThat(alignment.slots(List.of(0, 1))).containsExactly(3, 4);
        assertThat(alignment.names()).containsExactly("names", "number");
    }

    @Test
    void without_method_parameters_the_kind_of_class_decides() {
        assertThat(of(constructor(0, false, null), "<init>").slots(List.of(0))).containsExactly(2);
        assertThat(of(constructor(Opcodes.ACC_ENUM, false, null), "<init>")).isNull();
        assertThat(of(constructor(0, true, null), "<init>")).isNull();
    }

    @Test
    void method_parameters_decide_where_they_are() {
        int[] lastIsAdded = {0, Opcodes.ACC_SYNTHETIC};
        int[] firstIsMandated = {Opcodes.ACC_MANDATED, 0};
        int[] bothAdded = {Opcodes.ACC_SYNTHETIC, Opcodes.ACC_MANDATED};
        int[] noneAdded = {0, 0};

        assertThat(of(constructor(0, true, lastIsAdded), "<init>").slots(List.of(0)))
                .containsExactly(1);
        assertThat(of(constructor(0, true, firstIsMandated), "<init>").slots(List.of(0)))
                .containsExactly(2);
        assertThat(of(constructor(0, true, bothAdded), "<init>")).isNull();
        assertThat(of(constructor(0, true, noneAdded), "<init>")).isNull();
    }

    @Test
    void a_signature_of_other_types_than_the_code_has_is_not_believed() {
        String descriptor = "(Lscala/Function1;I)Ljava/lang/Object;";

        assertThat(signatureOf(descriptor, "(Lscala/PolyFunction;I)TT;")).isEqualTo(descriptor);
        assertThat(signatureOf(descriptor, "(Lscala/Function1;Lcom/acme/Id;)TT;"))
                .isEqualTo(descriptor);
        assertThat(signatureOf(descriptor, "(Lscala/Function1;TT;)TT;")).isEqualTo(descriptor);
        assertThat(signatureOf(descriptor, "(Lscala/Function1;J)TT;")).isEqualTo(descriptor);
        assertThat(signatureOf(descriptor, "(Lscala/Function1;I)[TT;")).isEqualTo(descriptor);
        assertThat(signatureOf(descriptor, "(Lscala/Function1<TT;TT;>;I)TT;"))
                .isEqualTo("(Lscala/Function1<TT;TT;>;I)TT;");
    }

    private static String signatureOf(String descriptor, String signature) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_ABSTRACT, "com/acme/Odd", null, "java/lang/Object", null);
        writer.visitMethod(Opcodes.ACC_ABSTRACT, "odd", descriptor, signature, null)
                .visitEnd();
        writer.visitEnd();
        return of(writer.toByteArray(), "odd").signatureText();
    }

    private static Alignment of(byte[] bytes, String name) {
        ClassFile file = ClassFile.read(bytes);
        for (MethodInfo method : file.methods()) {
            if (method.name().equals(name)) {
                return Alignment.of(file, method, MethodSignature.parse(method.descriptor()));
            }
        }
        throw new AssertionError("no " + name);
    }

    /** A constructor given two lists, of which its signature has one. */
    private static byte[] constructor(int access, boolean local, int[] parameterAccess) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, access, "com/acme/Odd", null, "java/lang/Object", null);
        if (local) {
            writer.visitOuterClass("com/acme/Outer", "make", "()V");
        }
        MethodVisitor code = writer.visitMethod(
                0, "<init>", "(Ljava/util/List;Ljava/util/List;)V", "(Ljava/util/List<Ljava/lang/String;>;)V", null);
        if (parameterAccess != null) {
            for (int each : parameterAccess) {
                code.visitParameter(null, each);
            }
        }
        code.visitCode();
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(0, 3);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
