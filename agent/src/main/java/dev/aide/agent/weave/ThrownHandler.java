package dev.aide.agent.weave;

import dev.aide.agent.rule.SiteSpec;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/**
 * A handler around all of a method's code, last in its table, without local variables in its frame; in a constructor
 * behind the call of {@code super()} only, since before it there is no object yet.
 */
final class ThrownHandler {
    private static final String CAUGHT = "java/lang/Exception";

    private final boolean hasFrames;
    private final Label start = new Label();
    /** How many objects, the constructed one included, wait for their constructor to be called; 0 in other methods. */
    private int unconstructed;

    private boolean begun;

    ThrownHandler(boolean isConstructor, boolean hasFrames) {
        this.unconstructed = isConstructor ? 1 : 0;
        this.hasFrames = hasFrames;
    }

    void begin(MethodVisitor code) {
        if (unconstructed == 0) {
            code.visitLabel(start);
            begun = true;
        }
    }

    /** An object was created that waits for its constructor. */
    void creates() {
        if (!begun) {
            unconstructed++;
        }
    }

    /** A constructor was called. */
    void constructed(MethodVisitor code) {
        if (!begun && --unconstructed == 0) {
            begin(code);
        }
    }

    /** At the end of the code: exception → (thrown again) */
    void end(MethodVisitor code, SiteEmitter emitter, SiteSpec site) {
        if (!begun) {
            return;
        }
        Label handler = new Label();
        code.visitTryCatchBlock(start, handler, handler, CAUGHT);
        code.visitLabel(handler);
        if (hasFrames) {
            code.visitFrame(Opcodes.F_FULL, 0, new Object[0], 1, new Object[] {CAUGHT});
        }
        emitter.thrown(code, site);
        code.visitInsn(Opcodes.ATHROW);
    }
}
