package dev.aide.agent.weave;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Prints the instructions that these tests use; any other one prints as null. */
final class Instructions extends MethodVisitor {
    private static final Map<Integer, String> NAMES = Map.ofEntries(
            Map.entry(Opcodes.ACONST_NULL, "ACONST_NULL"),
            Map.entry(Opcodes.ICONST_0, "ICONST_0"),
            Map.entry(Opcodes.ISTORE, "ISTORE"),
            Map.entry(Opcodes.ALOAD, "ALOAD"),
            Map.entry(Opcodes.ASTORE, "ASTORE"),
            Map.entry(Opcodes.DUP, "DUP"),
            Map.entry(Opcodes.DUP2, "DUP2"),
            Map.entry(Opcodes.SWAP, "SWAP"),
            Map.entry(Opcodes.AASTORE, "AASTORE"),
            Map.entry(Opcodes.RETURN, "RETURN"),
            Map.entry(Opcodes.ARETURN, "ARETURN"),
            Map.entry(Opcodes.ATHROW, "ATHROW"),
            Map.entry(Opcodes.SIPUSH, "SIPUSH"),
            Map.entry(Opcodes.NEW, "NEW"),
            Map.entry(Opcodes.ANEWARRAY, "ANEWARRAY"),
            Map.entry(Opcodes.PUTFIELD, "PUTFIELD"),
            Map.entry(Opcodes.PUTSTATIC, "PUTSTATIC"),
            Map.entry(Opcodes.INVOKESPECIAL, "INVOKESPECIAL"),
            Map.entry(Opcodes.INVOKESTATIC, "INVOKESTATIC"));

    private final List<String> lines = new ArrayList<>();
    private final List<Label> handlers = new ArrayList<>();
    private final List<Label> starts = new ArrayList<>();

    private Instructions() {
        super(Opcodes.ASM9);
    }

    /** Returns the instructions of a method, given by name and descriptor. */
    static List<String> of(byte[] classFile, String method) {
        Instructions instructions = new Instructions();
        new ClassReader(classFile)
                .accept(
                        new ClassVisitor(Opcodes.ASM9) {
                            @Override
                            public MethodVisitor visitMethod(
                                    int access, String name, String descriptor, String signature, String[] thrown) {
                                return method.equals(name + descriptor) ? instructions : null;
                            }
                        },
                        0);
        return instructions.lines;
    }

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        assertThat(handler).as("a handler begins where its range ends").isSameAs(end);
        assertThat(type).isEqualTo("java/lang/Exception");
        starts.add(start);
        handlers.add(handler);
    }

    @Override
    public void visitLabel(Label label) {
        if (starts.contains(label)) {
            lines.add("try");
        }
        if (handlers.contains(label)) {
            lines.add("catch");
        }
    }

    @Override
    public void visitFrame(int type, int locals, Object[] local, int stack, Object[] onStack) {
        lines.add("FRAME " + locals + " " + Arrays.toString(Arrays.copyOf(onStack, stack)));
    }

    @Override
    public void visitInsn(int opcode) {
        lines.add(NAMES.get(opcode));
    }

    @Override
    public void visitVarInsn(int opcode, int slot) {
        lines.add(NAMES.get(opcode) + " " + slot);
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        lines.add(NAMES.get(opcode) + " " + operand);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        lines.add(NAMES.get(opcode) + " " + type);
    }

    @Override
    public void visitLdcInsn(Object value) {
        lines.add("LDC " + value);
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        lines.add(NAMES.get(opcode) + " " + name);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        lines.add(NAMES.get(opcode) + " " + owner + "." + name + " " + descriptor);
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
        assertThat(bootstrap.getOwner()).isEqualTo("java/lang/$Aide");
        lines.add("INVOKEDYNAMIC " + name + " " + descriptor + " " + Arrays.toString(arguments));
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        lines.add("MAXS " + maxStack + " " + maxLocals);
    }
}
