package dev.aide.testing;

import static net.bytebuddy.jar.asm.Opcodes.ACC_PROTECTED;
import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ALOAD;
import static net.bytebuddy.jar.asm.Opcodes.GETFIELD;
import static net.bytebuddy.jar.asm.Opcodes.ILOAD;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESPECIAL;
import static net.bytebuddy.jar.asm.Opcodes.IRETURN;
import static net.bytebuddy.jar.asm.Opcodes.PUTFIELD;
import static net.bytebuddy.jar.asm.Opcodes.RETURN;

import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;

/** Writes {@code fixture.Base}, whose constructor keeps an int. */
final class BaseClass {
    static final String NAME = "fixture/Base";

    private BaseClass() {}

    static byte[] write(int version) {
        ClassWriter writer = ClassFiles.writer(version, NAME, "java/lang/Object");
        writer.visitField(ACC_PROTECTED, "size", "I", null, null).visitEnd();

        MethodVisitor constructor = writer.visitMethod(ACC_PUBLIC, "<init>", "(I)V", null, null);
        constructor.visitCode();
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitMethodInsn(INVOKESPECIAL, "java/lang/Object", "<init>", "()V", false);
        constructor.visitVarInsn(ALOAD, 0);
        constructor.visitVarInsn(ILOAD, 1);
        constructor.visitFieldInsn(PUTFIELD, NAME, "size", "I");
        constructor.visitInsn(RETURN);
        constructor.visitMaxs(0, 0);
        constructor.visitEnd();

        MethodVisitor size = writer.visitMethod(ACC_PUBLIC, "size", "()I", null, null);
        size.visitCode();
        size.visitVarInsn(ALOAD, 0);
        size.visitFieldInsn(GETFIELD, NAME, "size", "I");
        size.visitInsn(IRETURN);
        size.visitMaxs(0, 0);
        size.visitEnd();

        writer.visitEnd();
        return writer.toByteArray();
    }
}
