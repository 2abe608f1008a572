package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** A value is not null, and fits a further check if there is one. */
final class NullCheck {
    private static final MethodHandle ALONE = Handles.find(NullCheck.class, "alone", JavaType.class);
    private static final MethodHandle WITH = Handles.find(NullCheck.class, "with", JavaType.class, MethodHandle.class);

    private NullCheck() {}

    /**
     * Returns the check.
     *
     * @param further the check of what is not null, or null
     */
    static MethodHandle handle(JavaType declared, MethodHandle further) {
        return further == null || further == CheckCompiler.nothing()
                ? MethodHandles.insertArguments(ALONE, 0, declared)
                : MethodHandles.insertArguments(WITH, 0, declared, further);
    }

    static Mismatch alone(JavaType declared, Object value) {
        return value == null ? Mismatch.ofNull(declared) : null;
    }

    static Mismatch with(JavaType declared, MethodHandle further, Object value) throws Throwable {
        return value == null ? Mismatch.ofNull(declared) : (Mismatch) further.invokeExact(value);
    }
}
