package dev.aide.agent.weave;

import dev.aide.agent.classfile.CodeScan;
import dev.aide.agent.classfile.MethodInfo;

/** Where a constructor calls {@code super()} or {@code this()}, as far as code in the order of a compiler tells. */
final class SuperCall {
    private static final int INVOKESPECIAL = 0xb7;
    private static final int NEW = 0xbb;

    private SuperCall() {}

    /**
     * Tells whether there is one such call, behind which all code has its object; any other method has it from the start.
     * Code that calls it on several branches is nobody's source, and is left alone.
     */
    static boolean isPlain(MethodInfo method) {
        if (!method.isConstructor()) {
            return true;
        }
        int unconstructed = 1;
        for (CodeScan code = method.scan(); code.advance(); ) {
            if (code.opcode() == NEW) {
                unconstructed++;
            } else if (code.opcode() == INVOKESPECIAL) {
                unconstructed -= method.member(code).name().equals("<init>") ? 1 : 0;
            }
        }
        return unconstructed == 0;
    }
}
