package dev.aide.agent.naming;

import java.util.ArrayList;
import java.util.List;
import net.bytebuddy.jar.asm.ClassReader;

/**
 * Finds calls whose arguments are swapped, by comparing what arguments and parameters are called. After Rice, Aftandilian,
 * Jaspan, Johnston, Pradel and Arroyo-Paredes, "Detecting Argument Selection Defects" (OOPSLA 2017), on class files.
 *
 * <p>Immutable; safe for use by any thread.
 */
public final class SwappedArguments {
    private SwappedArguments() {}

    /**
     * Looks at each call in a class file. Without local variables in it (compiled without {@code -g}), only fields and
     * accessors have names.
     *
     * @throws RuntimeException if the class file is malformed or of a newer version than ASM knows
     */
    public static List<Swap> in(byte[] callerClassFile, ParameterNames callees) {
        List<Swap> swaps = new ArrayList<>();
        new ClassReader(callerClassFile).accept(new CallingClass(callees, swaps), ClassReader.SKIP_FRAMES);
        return swaps;
    }
}
