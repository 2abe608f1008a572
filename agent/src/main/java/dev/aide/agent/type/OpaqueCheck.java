package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** What a generic class without contents to look at, a function or a stream, fixes of its type arguments. */
final class OpaqueCheck extends ContentCheck {
    private static final MethodHandle CHECK = Handles.find(OpaqueCheck.class, "check", OpaqueCheck.class);

    OpaqueCheck(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
        super(context, raw, declared, fixed);
    }

    @Override
    MethodHandle handle(MethodHandle content) {
        return MethodHandles.insertArguments(CHECK, 0, this);
    }

    static Mismatch check(OpaqueCheck check, Object value) {
        try {
            return value == null ? null : check.examine(null, value);
        } catch (Throwable e) {
            return check.failed(e);
        }
    }

    @Override
    Mismatch walk(MethodHandle content, Object value) {
        return null;
    }
}
