package dev.aide.agent.weave;

import dev.aide.agent.rule.SiteSpec;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Weaves a method's sites in as its code goes by. */
final class MethodWeaver extends MethodVisitor {
    private final MethodPlan plan;
    private final SiteEmitter emitter;
    private final ThrownHandler handler;
    private int writes;
    private int calls;
    /** Where the injected entry begins; null once it has the line of the code behind it. */
    private Label unnumberedEntry;

    MethodWeaver(MethodVisitor next, MethodPlan plan, SiteEmitter emitter, boolean isConstructor, boolean hasFrames) {
        super(Opcodes.ASM9, next);
        this.plan = plan;
        this.emitter = emitter;
        this.handler = plan.thrown() == null ? null : new ThrownHandler(isConstructor, hasFrames);
    }

    @Override
    public void visitCode() {
        super.visitCode();
        if (plan.hasSitesAtEntry()) {
            unnumberedEntry = new Label();
            super.visitLabel(unnumberedEntry);
            if (plan.counted() != null) {
                emitter.nothing(mv, plan.counted());
            }
            if (plan.verdict() != null) {
                emitter.nothing(mv, plan.verdict());
            }
            if (plan.arguments() != null) {
                emitter.arguments(mv, plan.arguments(), plan.slots());
            }
        }
        if (handler != null) {
            handler.begin(mv);
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
    public void visitTypeInsn(int opcode, String type) {
        super.visitTypeInsn(opcode, type);
        if (handler != null && opcode == Opcodes.NEW) {
            handler.creates();
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
            SiteSpec site = plan.writes().get(writes++);
            if (site != null) {
                emitter.written(mv, site);
            }
        }
        super.visitFieldInsn(opcode, owner, name, descriptor);
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        SiteSpec site = plan.calls().get(calls++);
        if (site != null) {
            emitter.nothing(mv, site);
        }
        super.visitMethodInsn(opcode, owner, name, descriptor, isInterface);
        if (handler != null && opcode == Opcodes.INVOKESPECIAL && name.equals("<init>")) {
            handler.constructed(mv);
        }
    }

    @Override
    public void visitMaxs(int maxStack, int maxLocals) {
        // the entry stands on an empty stack, all else on whatever the code left below it
        int entry = plan.arguments() == null ? 0 : plan.slots().length + 1 + SiteEmitter.EXTRA_STACK;
        int within = plan.hasSitesWithin() ? maxStack + SiteEmitter.EXTRA_STACK : 0;
        if (handler != null) {
            handler.end(mv, emitter, plan.thrown());
        }
        super.visitMaxs(Math.max(Math.max(maxStack, SiteEmitter.EXTRA_STACK), Math.max(entry, within)), maxLocals);
    }
}
