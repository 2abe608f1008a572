package dev.aide.agent.weave;

import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Weaves a method's sites in as its code goes by. */
final class MethodWeaver extends MethodVisitor {
    private final MethodPlan plan;
    private final SiteEmitter emitter;
    /** Where the injected entry begins; null once it has the line of the code behind it. */
    private Label unnumberedEntry;

    MethodWeaver(MethodVisitor next, MethodPlan plan, SiteEmitter emitter) {
        super(Opcodes.ASM9, next);
        this.plan = plan;
        this.emitter = emitter;
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (plan.arguments() != null) {
            unnumberedEntry = new Label();
            super.visitLabel(unnumberedEntry);
            emitter.arguments(mv, plan.arguments(), plan.slots());
        }
    }

    @Override
    public void visitLineNumber(int line, Label start) {
        if (unnumberedEntry != null) {
            super.visitLineNumber(line, unnumberedEntry);
            unnumberedEntry = null;
        }
        super.visitLineNumber(line, start);
    }

    @Override
    public void visitInsn(int opcode) {
        if (opcode == Opcodes.ARETURN && plan.result() != null) {
            emitter.result(mv, plan.result());
        }
        super.visitInsn(opcode);
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        // the entry stands on an empty stack, a result on whatever the code left below it
        int entry = plan.arguments() == null ? 0 : plan.slots().length + 1 + SiteEmitter.EXTRA_STACK;
        int exit = plan.result() == null ? 0 : maxStack + SiteEmitter.EXTRA_STACK;
        super.visitMaxs(Math.max(maxStack, Math.max(entry, exit)), maxLocals);
    }
}
