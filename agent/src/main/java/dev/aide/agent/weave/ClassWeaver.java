package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassFile;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Carries out the plans for a class; methods without a plan are copied byte for byte. */
final class ClassWeaver {
    /** Before Java 6 the verifier infers types and reads no frames (JVMS 4.10). */
    private static final int FRAMES_SINCE = 50;

    private ClassWeaver() {}

    static byte[] weave(byte[] classFile, Map<String, MethodPlan> plans, SiteEmitter emitter) {
        ClassReader reader = new ClassReader(classFile);
        Map<String, MethodPlan> safe = withoutLostReceivers(reader, plans);
        ClassWriter writer = new ClassWriter(reader, 0);
        boolean hasFrames = ClassFile.majorVersion(classFile) >= FRAMES_SINCE;
        reader.accept(
                new ClassVisitor(Opcodes.ASM9, writer) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodVisitor next = super.visitMethod(access, name, descriptor, signature, exceptions);
                        MethodPlan plan = safe.get(name + descriptor);
                        return plan == null
                                ? next
                                : new MethodWeaver(next, plan, emitter, name.equals("<init>"), hasFrames);
                    }
                },
                0);
        return writer.toByteArray();
    }

    /** Takes the result's check from methods that overwrite {@code this}, where it asks for the receiver. */
    private static Map<String, MethodPlan> withoutLostReceivers(ClassReader reader, Map<String, MethodPlan> plans) {
        boolean asks = false;
        for (MethodPlan plan : plans.values()) {
            asks |= plan.result() != null && plan.result().takesReceiver();
        }
        if (!asks) {
            return plans;
        }
        Map<String, MethodPlan> safe = new HashMap<>(plans);
        reader.accept(
                new ClassVisitor(Opcodes.ASM9) {
                    @Override
                    public MethodVisitor visitMethod(
                            int access, String name, String descriptor, String signature, String[] exceptions) {
                        MethodPlan plan = plans.get(name + descriptor);
                        if (plan == null
                                || plan.result() == null
                                || !plan.result().takesReceiver()) {
                            return null;
                        }
                        return new MethodVisitor(Opcodes.ASM9) {
                            @Override
                            public void visitVarInsn(int opcode, int variable) {
                                if (opcode >= Opcodes.ISTORE && opcode <= Opcodes.ASTORE && variable == 0) {
                                    safe.put(name + descriptor, plan.withoutResult());
                                }
                            }
                        };
                    }
                },
                ClassReader.SKIP_DEBUG | ClassReader.SKIP_FRAMES);
        return safe;
    }
}
