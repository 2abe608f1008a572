package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.ref.WeakReference;

/** A value is null or an instance of a class. */
final class InstanceCheck {
    private static final MethodHandle INSTANCE =
            Handles.find(InstanceCheck.class, "instance", InstanceCheck.class, Class.class);
    private static final MethodHandle IMPLEMENTS =
            Handles.find(InstanceCheck.class, "implementing", InstanceCheck.class, Class.class);

    private final JavaType declared;

    /**
     * Two classes that were accepted, since before JDK 23 instanceof of an interface writes to a field that all cores
     * share (JDK-8180450). Weak, for the class may come from a loader that ends before this one; each is written once.
     */
    private WeakReference<Class<?>> first;

    private WeakReference<Class<?>> second;

    private InstanceCheck(JavaType declared) {
        this.declared = declared;
    }

    static MethodHandle handle(Class<?> type, JavaType declared) {
        boolean remembers = type.isInterface() && Handles.JAVA_VERSION < 23;
        return MethodHandles.insertArguments(remembers ? IMPLEMENTS : INSTANCE, 0, new InstanceCheck(declared), type);
    }

    static Mismatch instance(InstanceCheck check, Class<?> type, Object value) {
        return value == null || type.isInstance(value) ? null : Mismatch.of(value, check.declared);
    }

    static Mismatch implementing(InstanceCheck check, Class<?> type, Object value) {
        return value == null || check.remembers(value.getClass()) ? null : check.slow(type, value);
    }

    private boolean remembers(Class<?> type) {
        WeakReference<Class<?>> one = first;
        if (one == null) {
            return false;
        }
        if (one.get() == type) {
            return true;
        }
        WeakReference<Class<?>> other = second;
        return other != null && other.get() == type;
    }

    private Mismatch slow(Class<?> type, Object value) {
        if (!type.isInstance(value)) {
            return Mismatch.of(value, declared);
        }
        if (first == null) {
            first = new WeakReference<Class<?>>(value.getClass());
        } else if (second == null) {
            second = new WeakReference<Class<?>>(value.getClass());
        }
        return null;
    }
}
