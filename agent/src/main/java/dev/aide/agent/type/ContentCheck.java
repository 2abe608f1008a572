package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/**
 * A value is of a generic class, and what it contains fits the type arguments. Where its class is safe to read, the
 * contents alone decide; else what its class fixes of the type arguments does.
 */
abstract class ContentCheck {
    private static final MethodHandle CHECK =
            Handles.find(ContentCheck.class, "check", ContentCheck.class, MethodHandle.class);

    final CheckContext context;
    private final Class<?> raw;
    private final JavaType declared;
    private final FixedArguments fixed;

    ContentCheck(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
        this.context = context;
        this.raw = raw;
        this.declared = declared;
        this.fixed = fixed;
    }

    /**
     * Returns this check as a handle.
     *
     * @param content checks what is contained, in the way of the subclass; null takes anything
     */
    final MethodHandle handle(MethodHandle content) {
        return MethodHandles.insertArguments(CHECK, 0, this, content);
    }

    static Mismatch check(ContentCheck check, MethodHandle content, Object value) {
        if (value == null) {
            return null;
        }
        try {
            return check.examine(content, value);
        } catch (Throwable e) {
            check.context.unchecked().failed(e);
            return null;
        }
    }

    /** Looks for the quickest way into the value; by default the general one. */
    Mismatch examine(MethodHandle content, Object value) throws Throwable {
        return examineAny(content, value);
    }

    final Mismatch examineAny(MethodHandle content, Object value) throws Throwable {
        if (!raw.isInstance(value)) {
            return Mismatch.of(value, declared);
        }
        if (content == null || !context.inert().isReadable(value)) {
            return fixed.accepts(value.getClass())
                    ? null
                    : Mismatch.of(value, fixed.describe(value.getClass()), declared);
        }
        return walk(content, value);
    }

    /** Checks the contents of a value that is safe to read. */
    abstract Mismatch walk(MethodHandle content, Object value) throws Throwable;

    /** Tells whether a value of exactly this class is an instance of the declared one. */
    final boolean takes(Class<?> exact) {
        return raw.isAssignableFrom(exact);
    }
}
