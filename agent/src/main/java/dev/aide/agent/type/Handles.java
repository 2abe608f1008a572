package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/**
 * The shape that every check has: a handle from the value to a {@link Mismatch}, null where the value fits. What a check
 * needs to know is bound in front, where the JIT compiler takes it for a constant.
 */
final class Handles {
    /** The feature release of the running Java: 8, 11, 17. */
    static final int JAVA_VERSION = javaVersion(System.getProperty("java.specification.version"));

    private Handles() {}

    /** Finds {@code static Mismatch name(constants…, Object value)}. */
    static MethodHandle find(Class<?> owner, String name, Class<?>... constants) {
        MethodType type = MethodType.methodType(Mismatch.class, constants).appendParameterTypes(Object.class);
        return find(owner, name, type);
    }

    /** Finds a static method by its whole type. */
    static MethodHandle find(Class<?> owner, String name, MethodType type) {
        try {
            return MethodHandles.lookup().findStatic(owner, name, type);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("aide.jar is not whole: " + owner.getName() + "." + name, e);
        }
    }

    private static int javaVersion(String specification) {
        return specification.startsWith("1.")
                ? Integer.parseInt(specification.substring(2))
                : Integer.parseInt(specification);
    }
}
