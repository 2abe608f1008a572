package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;

/** The elements of an array fit its declared component type. */
final class ArrayCheck {
    private static final MethodHandle CHECK =
            Handles.find(ArrayCheck.class, "check", ArrayCheck.class, MethodHandle.class);

    private final CheckContext context;
    /** The array's own class; null where the JVM proves it, and for arrays of type variables. */
    private final Class<?> raw;

    private final JavaType declared;
    private final Sample sample;

    private ArrayCheck(CheckContext context, Class<?> raw, JavaType declared) {
        this.context = context;
        this.raw = raw;
        this.declared = declared;
        this.sample = new Sample(context.depth());
    }

    static MethodHandle handle(CheckContext context, Class<?> raw, JavaType declared, MethodHandle element) {
        return MethodHandles.insertArguments(CHECK, 0, new ArrayCheck(context, raw, declared), element);
    }

    static Mismatch check(ArrayCheck check, MethodHandle element, Object value) {
        if (value == null) {
            return null;
        }
        if (check.raw != null && !check.raw.isInstance(value)) {
            return Mismatch.of(value, check.declared);
        }
        if (!(value instanceof Object[]) || element == null) {
            return null;
        }
        try {
            return check.elements(element, (Object[]) value);
        } catch (Throwable e) {
            check.context.unchecked().failed(e);
            return null;
        }
    }

    private Mismatch elements(MethodHandle element, Object[] array) throws Throwable {
        boolean whole = array.length <= sample.all();
        int looks = whole ? array.length : sample.picked();
        for (int i = 0; i < looks; i++) {
            int index = whole ? i : sample.index(i, array.length);
            Mismatch mismatch = (Mismatch) element.invokeExact(array[index]);
            if (mismatch != null) {
                return mismatch.at(index, array, array.length);
            }
        }
        return null;
    }
}
