package dev.aide.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.KnownSurroundings;
import dev.aide.agent.config.Settings;
import dev.aide.agent.link.UnconnectedLinks;
import dev.aide.agent.rule.Judge;
import dev.aide.agent.rule.Rule;
import java.util.List;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weaves sites of fields, verdicts and exceptions into a class {@code Orders<T>} with two fields. */
class MethodWeaverTest {
    private static final String ONLY = "rule.types=off;rule.nulls=off;";
    private static final String CONSTRUCTOR = "<init>(Ljava/lang/Object;)V";

    @Test
    void a_write_is_checked_on_its_way_to_the_field() throws Exception {
        byte[] woven = woven(ONLY + "rule.types.field=enforce", Opcodes.V1_8, code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitFieldInsn(Opcodes.PUTFIELD, "com/acme/Orders", "last", "Ljava/lang/Object;");
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitFieldInsn(Opcodes.PUTSTATIC, "com/acme/Orders", "all", "Ljava/util/List;");
            code.visitInsn(Opcodes.RETURN);
        });

        String constants = "(Ljava/lang/Object;)V, <T:Ljava/lang/Object;>Ljava/lang/Object;, , ";
        assertThat(Instructions.of(woven, "set(Ljava/lang/Object;)V"))
                .containsExactly(
                        "ALOAD 0",
                        "ALOAD 1",
                        // …, orders, value → …, orders, value, orders, value → …, orders, value, value, orders → …,
                        // orders, value
                        "DUP2",
                        "SWAP",
                        "INVOKEDYNAMIC field (Ljava/lang/Object;Ljava/lang/Object;)V [set, (Ljava/lang/Object;)V, "
                                + constants + " this, com/acme/Orders.last:TT;]",
                        "PUTFIELD last",
                        "ALOAD 1",
                        // …, value → …, value, value → …, value
                        "DUP",
                        "INVOKEDYNAMIC field (Ljava/lang/Object;)V [set, (Ljava/lang/Object;)V, " + constants
                                + ", com/acme/Orders.all:Ljava/util/List<Ljava/lang/String;>;]",
                        "PUTSTATIC all",
                        "RETURN",
                        "MAXS 8 4");
    }

    @Test
    void a_write_is_checked_by_number_where_there_is_no_invokedynamic() throws Exception {
        byte[] woven = woven(ONLY + "rule.types.field=enforce", Opcodes.V1_5, code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitFieldInsn(Opcodes.PUTFIELD, "com/acme/Orders", "last", "Ljava/lang/Object;");
            code.visitInsn(Opcodes.RETURN);
        });

        assertThat(Instructions.of(woven, "set(Ljava/lang/Object;)V"))
                .containsExactly(
                        "ALOAD 0",
                        "ALOAD 1",
                        "DUP2",
                        "SWAP",
                        // …, orders, value, value, orders, site → …, orders, value
                        "LDC 0",
                        "INVOKESTATIC java/lang/$Aide.check (Ljava/lang/Object;Ljava/lang/Object;I)V",
                        "PUTFIELD last",
                        "RETURN",
                        "MAXS 8 4");
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_5, Opcodes.V1_8})
    void a_condemned_method_begins_with_its_verdict(int version) throws Exception {
        byte[] woven = woven(ONLY + "rule.convention.names=enforce", version, code -> code.visitInsn(Opcodes.RETURN));

        assertThat(Instructions.of(woven, "set(Ljava/lang/Object;)V"))
                .containsExactlyElementsOf(
                        version < Opcodes.V1_7
                                ? List.of(
                                        // … → …, null, site → …
                                        "ACONST_NULL",
                                        "LDC 1",
                                        "INVOKESTATIC java/lang/$Aide.check (Ljava/lang/Object;I)V",
                                        "RETURN",
                                        "MAXS 4 4")
                                : List.of(
                                        // … → …
                                        "INVOKEDYNAMIC verdict ()V [set, (Ljava/lang/Object;)V,"
                                                + " (Ljava/lang/Object;)V, , , , -1]",
                                        "RETURN",
                                        "MAXS 4 4"));
    }

    @ParameterizedTest
    @ValueSource(ints = {Opcodes.V1_5, Opcodes.V1_8})
    void a_method_that_is_counted_begins_with_its_counter(int version) throws Exception {
        byte[] woven = woven(ONLY + "counts=true", version, code -> code.visitInsn(Opcodes.RETURN));

        assertThat(Instructions.of(woven, "set(Ljava/lang/Object;)V"))
                .containsExactlyElementsOf(
                        version < Opcodes.V1_7
                                ? List.of(
                                        // … → …, null, site → …
                                        "ACONST_NULL",
                                        "LDC 1",
                                        "INVOKESTATIC java/lang/$Aide.check (Ljava/lang/Object;I)V",
                                        "RETURN",
                                        "MAXS 4 4")
                                : List.of(
                                        // … → …
                                        "INVOKEDYNAMIC counted ()V [set, (Ljava/lang/Object;)V,"
                                                + " (Ljava/lang/Object;)V, , , , ]",
                                        "RETURN",
                                        "MAXS 4 4"));
    }

    @Test
    void a_handler_stands_around_all_code_of_a_method() throws Exception {
        byte[] woven = woven(ONLY + "rule.throws=enforce", Opcodes.V1_8, code -> code.visitInsn(Opcodes.RETURN));

        assertThat(Instructions.of(woven, "set(Ljava/lang/Object;)V"))
                .containsExactly(
                        "try",
                        "RETURN",
                        "catch",
                        "FRAME 0 [java/lang/Exception]",
                        // exception → exception, exception → exception
                        "DUP",
                        "INVOKEDYNAMIC thrown (Ljava/lang/Object;)V [set, (Ljava/lang/Object;)V,"
                                + " (Ljava/lang/Object;)V, , , , java.io.IOException]",
                        "ATHROW",
                        "MAXS 4 4");
    }

    @Test
    void in_a_constructor_it_stands_behind_super() throws Exception {
        byte[] woven = woven(ONLY + "rule.throws=enforce", Opcodes.V1_8, code -> code.visitInsn(Opcodes.RETURN));

        assertThat(Instructions.of(woven, CONSTRUCTOR).subList(0, 10))
                .containsExactly(
                        "NEW java/lang/Object",
                        "DUP",
                        "INVOKESPECIAL java/lang/Object.<init> ()V",
                        "ASTORE 1",
                        "ALOAD 0",
                        "INVOKESPECIAL java/lang/Object.<init> ()V",
                        "try",
                        "RETURN",
                        "catch",
                        "FRAME 0 [java/lang/Exception]");
    }

    @ParameterizedTest
    @ValueSource(
            ints = {
                Opcodes.V1_1,
                Opcodes.V1_2,
                Opcodes.V1_3,
                Opcodes.V1_4,
                Opcodes.V1_5,
                Opcodes.V1_6,
                Opcodes.V1_7,
                Opcodes.V1_8,
                Opcodes.V11,
                Opcodes.V17
            })
    void what_is_woven_verifies_in_each_version(int version) throws Exception {
        byte[] woven = woven("mode=strict;rule.throws=enforce;counts=true", version, code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitFieldInsn(Opcodes.PUTFIELD, "com/acme/Orders", "last", "Ljava/lang/Object;");
            code.visitInsn(Opcodes.RETURN);
        });

        assertThat(ClassFile.majorVersion(woven)).isEqualTo(version & 0xffff);
        assertVerifies(woven);
    }

    @Test
    void subroutines_stay_as_they_are() throws Exception {
        byte[] woven = woven("mode=strict;rule.throws=enforce", Opcodes.V1_4, code -> {
            Label subroutine = new Label();
            Label end = new Label();
            code.visitJumpInsn(Opcodes.JSR, subroutine);
            code.visitJumpInsn(Opcodes.JSR, subroutine);
            code.visitJumpInsn(Opcodes.GOTO, end);
            code.visitLabel(subroutine);
            code.visitVarInsn(Opcodes.ASTORE, 2);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitFieldInsn(Opcodes.PUTFIELD, "com/acme/Orders", "last", "Ljava/lang/Object;");
            code.visitVarInsn(Opcodes.RET, 2);
            code.visitLabel(end);
            code.visitInsn(Opcodes.RETURN);
        });

        assertVerifies(woven);
    }

    @Test
    void a_constructor_that_calls_super_on_two_branches_is_left_alone() throws Exception {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(Opcodes.V1_8, Opcodes.ACC_PUBLIC, "com/acme/Orders", null, "java/lang/Object", null);
        writer.visitField(0, "names", "Ljava/util/List;", "Ljava/util/List<Ljava/lang/String;>;", null)
                .visitEnd();
        MethodVisitor code = writer.visitMethod(0, "<init>", "(Ljava/util/List;)V", null, null);
        Label other = new Label();
        Label constructed = new Label();
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitJumpInsn(Opcodes.IFNULL, other);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.visitJumpInsn(Opcodes.GOTO, constructed);
        code.visitLabel(other);
        code.visitFrame(
                Opcodes.F_FULL, 2, new Object[] {Opcodes.UNINITIALIZED_THIS, "java/util/List"}, 0, new Object[0]);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        code.visitLabel(constructed);
        code.visitFrame(Opcodes.F_FULL, 2, new Object[] {"com/acme/Orders", "java/util/List"}, 0, new Object[0]);
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitVarInsn(Opcodes.ALOAD, 1);
        code.visitFieldInsn(Opcodes.PUTFIELD, "com/acme/Orders", "names", "Ljava/util/List;");
        code.visitInsn(Opcodes.RETURN);
        code.visitMaxs(2, 2);
        code.visitEnd();
        writer.visitEnd();

        byte[] woven = woven("mode=strict;rule.throws=enforce", writer.toByteArray());

        assertVerifies(woven);
        assertThat(Instructions.of(woven, "<init>(Ljava/util/List;)V"))
                .noneMatch(each -> each.startsWith("try") || each.startsWith("INVOKEDYNAMIC field"));
    }

    @Test
    void a_parameter_that_is_only_warned_of_is_checked_again_where_the_field_is_enforced() throws Exception {
        Body body = code -> {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(Opcodes.ALOAD, 1);
            code.visitFieldInsn(Opcodes.PUTFIELD, "com/acme/Orders", "last", "Ljava/lang/Object;");
            code.visitInsn(Opcodes.RETURN);
        };
        String warned = "rule.types.argument=warn;rule.types.field=enforce";

        assertThat(Instructions.of(woven(warned, Opcodes.V1_8, body), "set(Ljava/lang/Object;)V"))
                .anyMatch(each -> each.startsWith("INVOKEDYNAMIC field"));
    }

    private static void assertVerifies(byte[] classFile) throws ClassNotFoundException {
        Class<?> defined = new ClassLoader(MethodWeaverTest.class.getClassLoader()) {
            Class<?> define() {
                return defineClass("com.acme.Orders", classFile, 0, classFile.length);
            }
        }.define();
        // initializing links, and linking verifies
        assertThat(Class.forName(defined.getName(), true, defined.getClassLoader()))
                .isSameAs(defined);
    }

    private static byte[] woven(String arguments, int version, Body body) throws Exception {
        return woven(arguments, classFile(version, body));
    }

    private static byte[] woven(String arguments, byte[] original) throws Exception {
        ClassFile file = ClassFile.read(original);
        Settings settings = Settings.read("include=**;" + arguments, Rule.strictness());
        ClassLoader loader = MethodWeaverTest.class.getClassLoader();
        var plans = new Planner(settings, new Judge(settings, problem -> {}), null)
                .plan(file, new KnownSurroundings().of(loader, null));
        return ClassWeaver.weave(original, plans, new SiteEmitter(new UnconnectedLinks().links(), file, loader));
    }

    private interface Body {
        void emit(MethodVisitor code);
    }

    /** Its constructor makes an object before it calls {@code super()}; {@code set(Object)} has the body. */
    private static byte[] classFile(int version, Body body) {
        ClassWriter writer = new ClassWriter(0);
        writer.visit(
                version,
                Opcodes.ACC_PUBLIC | Opcodes.ACC_SUPER,
                "com/acme/Orders",
                "<T:Ljava/lang/Object;>Ljava/lang/Object;",
                "java/lang/Object",
                null);
        writer.visitField(0, "last", "Ljava/lang/Object;", "TT;", null).visitEnd();
        writer.visitField(Opcodes.ACC_STATIC, "all", "Ljava/util/List;", "Ljava/util/List<Ljava/lang/String;>;", null)
                .visitEnd();
        MethodVisitor constructor = writer.visitMethod(0, "<init>", "(Ljava/lang/Object;)V", null, null);
        constructor.visitCode();
        constructor.visitTypeInsn(Opcodes.NEW, "java/lang/Object");
        constructor.visitInsn(Opcodes.DUP);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitVarInsn(Opcodes.ASTORE, 1);
        constructor.visitVarInsn(Opcodes.ALOAD, 0);
        constructor.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitInsn(Opcodes.RETURN);
        constructor.visitMaxs(2, 2);
        constructor.visitEnd();
        MethodVisitor code =
                writer.visitMethod(0, "set", "(Ljava/lang/Object;)V", null, new String[] {"java/io/IOException"});
        code.visitCode();
        body.emit(code);
        code.visitMaxs(4, 4);
        code.visitEnd();
        writer.visitEnd();
        return writer.toByteArray();
    }
}
