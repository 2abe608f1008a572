package dev.aide.testing;

import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.ARETURN;
import static net.bytebuddy.jar.asm.Opcodes.ASTORE;
import static net.bytebuddy.jar.asm.Opcodes.DUP2;
import static net.bytebuddy.jar.asm.Opcodes.GOTO;
import static net.bytebuddy.jar.asm.Opcodes.IADD;
import static net.bytebuddy.jar.asm.Opcodes.IALOAD;
import static net.bytebuddy.jar.asm.Opcodes.IASTORE;
import static net.bytebuddy.jar.asm.Opcodes.ICONST_0;
import static net.bytebuddy.jar.asm.Opcodes.ICONST_1;
import static net.bytebuddy.jar.asm.Opcodes.IFEQ;
import static net.bytebuddy.jar.asm.Opcodes.IFNULL;
import static net.bytebuddy.jar.asm.Opcodes.ILOAD;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEINTERFACE;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESPECIAL;
import static net.bytebuddy.jar.asm.Opcodes.IRETURN;
import static net.bytebuddy.jar.asm.Opcodes.ISTORE;
import static net.bytebuddy.jar.asm.Opcodes.JSR;
import static net.bytebuddy.jar.asm.Opcodes.L2I;
import static net.bytebuddy.jar.asm.Opcodes.LLOAD;
import static net.bytebuddy.jar.asm.Opcodes.POP;
import static net.bytebuddy.jar.asm.Opcodes.RET;
import static net.bytebuddy.jar.asm.Opcodes.RETURN;
import static net.bytebuddy.jar.asm.Opcodes.V1_6;

import java.util.function.Consumer;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Writes {@code fixture.Service}: a method of each shape that is hard to weave, all with generic signatures. */
final class ServiceClass {
    static final String NAME = "fixture/Service";
    static final String STRINGS = "Ljava/util/List<Ljava/lang/String;>;";
    static final String COUNTS = "Ljava/util/Map<Ljava/lang/String;Ljava/lang/Integer;>;";

    private static final String LIST = "Ljava/util/List;";
    private static final String MAP = "Ljava/util/Map;";

    private final ClassWriter writer;
    private final boolean hasSubroutines;

    private ServiceClass(int version) {
        writer = ClassFiles.writer(version, NAME, BaseClass.NAME);
        // frames cannot describe a subroutine
        hasSubroutines = version < V1_6;
    }

    static byte[] write(int version) {
        ServiceClass service = new ServiceClass(version);
        service.writeConstructor();
        service.writePassThrough();
        service.writeLoop();
        service.writeTwoReturns();
        service.writeOverwrittenThis();
        service.writeSubroutine();
        PrimitiveLayout.all().forEach(layout -> layout.write(service.writer));
        service.writer.visitEnd();
        return service.writer.toByteArray();
    }

    /** {@code Service(List<String> names, long stamp, Map<String, Integer> stock)}: branches before {@code super()}. */
    private void writeConstructor() {
        write(ACC_PUBLIC, "<init>", "(%sJ%s)V", code -> {
            Label noNames = new Label();
            Label callSuper = new Label();
            code.visitVarInsn(ALOAD, 0);
            code.visitVarInsn(ALOAD, 1);
            code.visitJumpInsn(IFNULL, noNames);
            code.visitVarInsn(ALOAD, 1);
            code.visitMethodInsn(INVOKEINTERFACE, "java/util/List", "size", "()I", true);
            code.visitJumpInsn(GOTO, callSuper);
            code.visitLabel(noNames);
            code.visitInsn(ICONST_0);
            code.visitLabel(callSuper);
            code.visitVarInsn(LLOAD, 2);
            code.visitInsn(L2I);
            code.visitInsn(IADD);
            code.visitMethodInsn(INVOKESPECIAL, BaseClass.NAME, "<init>", "(I)V", false);
            code.visitInsn(RETURN);
        });
    }

    /** {@code static Map<String, Integer> stock(Map<String, Integer> stock)}. */
    private void writePassThrough() {
        write(ACC_PUBLIC | ACC_STATIC, "stock", "(%2$s)%2$s", code -> {
            code.visitVarInsn(ALOAD, 0);
            code.visitInsn(ARETURN);
        });
    }

    /** {@code static int count(List<String> names)}: a loop, so frames where there are any. */
    private void writeLoop() {
        write(ACC_PUBLIC | ACC_STATIC, "count", "(%s)I", code -> {
            Label next = new Label();
            Label end = new Label();
            code.visitInsn(ICONST_0);
            code.visitVarInsn(ISTORE, 1);
            code.visitVarInsn(ALOAD, 0);
            code.visitMethodInsn(INVOKEINTERFACE, "java/util/List", "iterator", "()Ljava/util/Iterator;", true);
            code.visitVarInsn(ASTORE, 2);
            code.visitLabel(next);
            code.visitVarInsn(ALOAD, 2);
            code.visitMethodInsn(INVOKEINTERFACE, "java/util/Iterator", "hasNext", "()Z", true);
            code.visitJumpInsn(IFEQ, end);
            code.visitVarInsn(ALOAD, 2);
            code.visitMethodInsn(INVOKEINTERFACE, "java/util/Iterator", "next", "()Ljava/lang/Object;", true);
            code.visitInsn(POP);
            code.visitIincInsn(1, 1);
            code.visitJumpInsn(GOTO, next);
            code.visitLabel(end);
            code.visitVarInsn(ILOAD, 1);
            code.visitInsn(IRETURN);
        });
    }

    /** {@code List<String> either(boolean first, List<String> one, List<String> other)}. */
    private void writeTwoReturns() {
        write(ACC_PUBLIC, "either", "(Z%1$s%1$s)%1$s", code -> {
            Label second = new Label();
            code.visitVarInsn(ILOAD, 1);
            code.visitJumpInsn(IFEQ, second);
            code.visitVarInsn(ALOAD, 2);
            code.visitInsn(ARETURN);
            code.visitLabel(second);
            code.visitVarInsn(ALOAD, 3);
            code.visitInsn(ARETURN);
        });
    }

    /** {@code List<String> overwritten(List<String> names)}: slot 0, which was {@code this}, holds the result. */
    private void writeOverwrittenThis() {
        write(ACC_PUBLIC, "overwritten", "(%1$s)%1$s", code -> {
            code.visitVarInsn(ALOAD, 1);
            code.visitVarInsn(ASTORE, 0);
            code.visitVarInsn(ALOAD, 0);
            code.visitInsn(ARETURN);
        });
    }

    /** {@code List<String> twice(List<String> names, int[] counter)}: counts twice, by a subroutine if there can be one. */
    private void writeSubroutine() {
        write(ACC_PUBLIC, "twice", "(%1$s[I)%1$s", code -> {
            if (hasSubroutines) {
                Label subroutine = new Label();
                code.visitJumpInsn(JSR, subroutine);
                code.visitJumpInsn(JSR, subroutine);
                code.visitVarInsn(ALOAD, 1);
                code.visitInsn(ARETURN);
                code.visitLabel(subroutine);
                code.visitVarInsn(ASTORE, 3);
                writeCounting(code);
                code.visitVarInsn(RET, 3);
            } else {
                writeCounting(code);
                writeCounting(code);
                code.visitVarInsn(ALOAD, 1);
                code.visitInsn(ARETURN);
            }
        });
    }

    private static void writeCounting(MethodVisitor code) {
        code.visitVarInsn(ALOAD, 2);
        code.visitInsn(ICONST_0);
        code.visitInsn(DUP2);
        code.visitInsn(IALOAD);
        code.visitInsn(ICONST_1);
        code.visitInsn(IADD);
        code.visitInsn(IASTORE);
    }

    /** Writes a method; in its type the first argument stands for the list, the second for the map. */
    private void write(int access, String name, String type, Consumer<MethodVisitor> body) {
        MethodVisitor method =
                writer.visitMethod(access, name, type.formatted(LIST, MAP), type.formatted(STRINGS, COUNTS), null);
        method.visitCode();
        body.accept(method);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }
}
