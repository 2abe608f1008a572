package dev.aide.testing;

import static net.bytebuddy.jar.asm.Opcodes.ACC_PUBLIC;
import static net.bytebuddy.jar.asm.Opcodes.ACC_STATIC;
import static net.bytebuddy.jar.asm.Opcodes.D2L;
import static net.bytebuddy.jar.asm.Opcodes.F2L;
import static net.bytebuddy.jar.asm.Opcodes.I2L;
import static net.bytebuddy.jar.asm.Opcodes.ILOAD;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEINTERFACE;
import static net.bytebuddy.jar.asm.Opcodes.INVOKESTATIC;
import static net.bytebuddy.jar.asm.Opcodes.INVOKEVIRTUAL;
import static net.bytebuddy.jar.asm.Opcodes.LADD;
import static net.bytebuddy.jar.asm.Opcodes.LCONST_0;
import static net.bytebuddy.jar.asm.Opcodes.LMUL;
import static net.bytebuddy.jar.asm.Opcodes.LRETURN;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Type;

/**
 * A method whose generic parameters stand between a primitive type's, so that their slots depend on its size:
 * {@code long layoutJ(long, List<String>, long, Map<String, Integer>, long, List<String>, double, long)}. It returns the
 * sum of the values (of a collection: its size), each times its position.
 *
 * @param primitive the type of the first, third and last parameter
 * @param isStatic  whether slot 0 is the first parameter's
 */
record PrimitiveLayout(Type primitive, boolean isStatic) {
    private static final Type LIST = Type.getType(List.class);
    private static final Type MAP = Type.getType(Map.class);

    static Stream<PrimitiveLayout> all() {
        return Stream.of(
                        Type.BOOLEAN_TYPE,
                        Type.BYTE_TYPE,
                        Type.CHAR_TYPE,
                        Type.SHORT_TYPE,
                        Type.INT_TYPE,
                        Type.LONG_TYPE,
                        Type.FLOAT_TYPE,
                        Type.DOUBLE_TYPE)
                .flatMap(each -> Stream.of(new PrimitiveLayout(each, true), new PrimitiveLayout(each, false)));
    }

    void write(ClassVisitor writer) {
        MethodVisitor method =
                writer.visitMethod(ACC_PUBLIC | (isStatic ? ACC_STATIC : 0), name(), descriptor(), signature(), null);
        method.visitCode();
        method.visitInsn(LCONST_0);
        int slot = isStatic ? 0 : 1;
        long position = 1;
        for (Type parameter : parameters()) {
            method.visitVarInsn(parameter.getOpcode(ILOAD), slot);
            convertToLong(method, parameter);
            method.visitLdcInsn(position++);
            method.visitInsn(LMUL);
            method.visitInsn(LADD);
            slot += parameter.getSize();
        }
        method.visitInsn(LRETURN);
        method.visitMaxs(0, 0);
        method.visitEnd();
    }

    /** Writes the call: expects the receiver, if there is one, on the stack, and leaves a long. */
    void writeCall(MethodVisitor caller, int namesSlot, int stockSlot) {
        pushPrimitive(caller, primitive, 1);
        caller.visitVarInsn(LIST.getOpcode(ILOAD), namesSlot);
        pushPrimitive(caller, primitive, 0);
        caller.visitVarInsn(MAP.getOpcode(ILOAD), stockSlot);
        pushPrimitive(caller, Type.LONG_TYPE, 1);
        caller.visitVarInsn(LIST.getOpcode(ILOAD), namesSlot);
        pushPrimitive(caller, Type.DOUBLE_TYPE, 1);
        pushPrimitive(caller, primitive, 1);
        caller.visitMethodInsn(isStatic ? INVOKESTATIC : INVOKEVIRTUAL, ServiceClass.NAME, name(), descriptor(), false);
    }

    String name() {
        return (isStatic ? "staticLayout" : "layout") + primitive.getDescriptor();
    }

    private Type[] parameters() {
        return new Type[] {primitive, LIST, primitive, MAP, Type.LONG_TYPE, LIST, Type.DOUBLE_TYPE, primitive};
    }

    private String descriptor() {
        return Type.getMethodDescriptor(Type.LONG_TYPE, parameters());
    }

    private String signature() {
        return descriptor()
                .replace(LIST.getDescriptor(), ServiceClass.STRINGS)
                .replace(MAP.getDescriptor(), ServiceClass.COUNTS);
    }

    private static void convertToLong(MethodVisitor method, Type type) {
        switch (type.getSort()) {
            case Type.OBJECT -> {
                method.visitMethodInsn(INVOKEINTERFACE, type.getInternalName(), "size", "()I", true);
                method.visitInsn(I2L);
            }
            case Type.LONG -> {}
            case Type.FLOAT -> method.visitInsn(F2L);
            case Type.DOUBLE -> method.visitInsn(D2L);
            default -> method.visitInsn(I2L);
        }
    }

    private static void pushPrimitive(MethodVisitor method, Type type, int value) {
        switch (type.getSort()) {
            case Type.LONG -> method.visitLdcInsn((long) value);
            case Type.FLOAT -> method.visitLdcInsn((float) value);
            case Type.DOUBLE -> method.visitLdcInsn((double) value);
            default -> method.visitLdcInsn(value);
        }
    }
}
