package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.link.Links;
import dev.aide.agent.rule.SiteSpec;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Emits straight-line calls of sites: no branch, no local variable, no handler, so that frames stay as they were. */
final class SiteEmitter {
    /** What a call of a site needs on the operand stack beyond the values themselves. */
    static final int EXTRA_STACK = 4;

    private final Links links;
    private final String className;
    private final ClassLoader loader;
    private final boolean dynamic;

    SiteEmitter(Links links, ClassFile file, ClassLoader loader) {
        this.links = links;
        this.className = file.name();
        this.loader = loader;
        this.dynamic = Links.hasInvokeDynamic(file.majorVersion());
    }

    /** At entry: … → … */
    void arguments(MethodVisitor code, SiteSpec spec, int[] slots) {
        int values = slots.length + (spec.takesReceiver() ? 1 : 0);
        if (!dynamic && values > 2) {
            array(code, spec, slots, values);
            return;
        }
        for (int slot : slots) {
            code.visitVarInsn(Opcodes.ALOAD, slot);
        }
        if (spec.takesReceiver()) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
        }
        call(code, spec, values);
    }

    /** Before a return: …, result → …, result */
    void result(MethodVisitor code, SiteSpec spec) {
        code.visitInsn(Opcodes.DUP);
        if (spec.takesReceiver()) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
        }
        call(code, spec, spec.takesReceiver() ? 2 : 1);
    }

    /** At entry or before a call: … → … */
    void nothing(MethodVisitor code, SiteSpec spec) {
        if (dynamic) {
            links.emitDynamic(code, spec, 0);
        } else {
            // the calls by number take a value at least
            code.visitInsn(Opcodes.ACONST_NULL);
            links.emitIndexed(code, spec, 1, className, loader);
        }
    }

    /** Before a field is written: …, [object,] value → …, [object,] value */
    void written(MethodVisitor code, SiteSpec spec) {
        if (spec.takesReceiver()) {
            code.visitInsn(Opcodes.DUP2);
            code.visitInsn(Opcodes.SWAP);
            call(code, spec, 2);
        } else {
            code.visitInsn(Opcodes.DUP);
            call(code, spec, 1);
        }
    }

    /** In a handler: exception → exception */
    void thrown(MethodVisitor code, SiteSpec spec) {
        code.visitInsn(Opcodes.DUP);
        call(code, spec, 1);
    }

    private void call(MethodVisitor code, SiteSpec spec, int values) {
        if (dynamic) {
            links.emitDynamic(code, spec, values);
        } else {
            links.emitIndexed(code, spec, values, className, loader);
        }
    }

    private void array(MethodVisitor code, SiteSpec spec, int[] slots, int values) {
        code.visitIntInsn(Opcodes.SIPUSH, values);
        code.visitTypeInsn(Opcodes.ANEWARRAY, "java/lang/Object");
        for (int i = 0; i < values; i++) {
            // …, array → …, array, array, index, value → …, array
            code.visitInsn(Opcodes.DUP);
            code.visitIntInsn(Opcodes.SIPUSH, i);
            code.visitVarInsn(Opcodes.ALOAD, i < slots.length ? slots[i] : 0);
            code.visitInsn(Opcodes.AASTORE);
        }
        links.emitIndexedArray(code, spec, className, loader);
    }
}
