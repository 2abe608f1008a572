package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A {@code Class<T>} stands for T or a subclass; that of a primitive for its box. */
final class ClassLiteralCheck {
    private static final MethodHandle CHECK =
            Handles.find(ClassLiteralCheck.class, "check", ClassLiteralCheck.class, Class.class);

    private final JavaType declared;

    private ClassLiteralCheck(JavaType declared) {
        this.declared = declared;
    }

    static MethodHandle handle(Class<?> bound, JavaType declared) {
        return MethodHandles.insertArguments(CHECK, 0, new ClassLiteralCheck(declared), bound);
    }

    static Mismatch check(ClassLiteralCheck check, Class<?> bound, Object value) {
        if (!(value instanceof Class)) {
            return value == null ? null : Mismatch.of(value, check.declared);
        }
        Class<?> given = (Class<?>) value;
        return bound.isAssignableFrom(given)
                        || bound.isAssignableFrom(
                                MethodType.methodType(given).wrap().returnType())
                ? null
                : Mismatch.of(value, "java.lang.Class<" + given.getTypeName() + ">", check.declared);
    }
}
