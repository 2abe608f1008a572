package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;

/**
 * A value is of a generic class, and what it contains fits the type arguments. Where its class is safe to read, the
 * contents alone decide; else what its class fixes of the type arguments does.
 *
 * <p>Each subclass has an entry of its own, a static method: one that all shared would be compiled with all of them in it,
 * and be too big to be inlined where a site's constants are known.
 */
abstract class ContentCheck {
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
    abstract MethodHandle handle(MethodHandle content);

    /** Checks the contents of a value that is safe to read. */
    abstract Mismatch walk(MethodHandle content, Object value) throws Throwable;

    final Mismatch examine(MethodHandle content, Object value) throws Throwable {
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

    /** Tells whether a value of exactly this class is an instance of the declared one. */
    final boolean takes(Class<?> exact) {
        return raw.isAssignableFrom(exact);
    }

    /** Counts a value that could not be read to its end, and lets it pass. */
    final Mismatch failed(Throwable cause) {
        context.unchecked().failed(cause);
        return null;
    }
}
