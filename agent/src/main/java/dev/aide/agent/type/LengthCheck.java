package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Array;

/** An array of variable arguments is not longer than allowed, and fits a further check if there is one. */
final class LengthCheck {
    private static final MethodHandle CHECK =
            Handles.find(LengthCheck.class, "check", JavaType.class, int.class, MethodHandle.class);

    private LengthCheck() {}

    static MethodHandle handle(JavaType declared, int most, MethodHandle further) {
        return MethodHandles.insertArguments(
                CHECK, 0, declared.withoutNonNull(), most, further == null ? CheckCompiler.nothing() : further);
    }

    static Mismatch check(JavaType declared, int most, MethodHandle further, Object value) throws Throwable {
        return value != null && Array.getLength(value) > most
                ? Mismatch.ofLength(value, declared, most)
                : (Mismatch) further.invokeExact(value);
    }
}
