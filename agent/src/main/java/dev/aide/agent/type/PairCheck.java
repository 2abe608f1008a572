package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.Map;

/** The key and the value of an entry fit its type arguments. */
final class PairCheck extends ContentCheck {
    private static final MethodHandle CHECK =
            Handles.find(PairCheck.class, "check", PairCheck.class, MethodHandle.class);
    private static final int NO_SIZE = -1;
    private static final MethodHandle KEY = find("key", MethodHandle.class);
    private static final MethodHandle VALUE = find("value", MethodHandle.class);
    private static final MethodHandle BOTH = find("both", MethodHandle.class, MethodHandle.class);

    PairCheck(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
        super(context, raw, declared, fixed);
    }

    @Override
    MethodHandle handle(MethodHandle pair) {
        return MethodHandles.insertArguments(CHECK, 0, this, pair);
    }

    static Mismatch check(PairCheck check, MethodHandle pair, Object value) {
        try {
            return value == null ? null : check.examine(pair, value);
        } catch (Throwable e) {
            return check.failed(e);
        }
    }

    @Override
    Mismatch walk(MethodHandle pair, Object value) throws Throwable {
        Map.Entry<?, ?> entry = (Map.Entry<?, ?>) value;
        Mismatch mismatch = (Mismatch) pair.invokeExact((Object) entry.getKey(), (Object) entry.getValue());
        return mismatch == null ? null : mismatch.heldBy(entry, NO_SIZE);
    }

    /**
     * Returns a handle from a key and a value to a mismatch; one handle, so that the loop around it stays small enough
     * for the JIT compiler to inline.
     *
     * @param key checks the key, or null
     * @param value checks the value, or null
     * @return null where both are
     */
    static MethodHandle of(MethodHandle key, MethodHandle value) {
        if (key == null && value == null) {
            return null;
        }
        if (value == null) {
            return MethodHandles.insertArguments(KEY, 0, key);
        }
        return key == null
                ? MethodHandles.insertArguments(VALUE, 0, value)
                : MethodHandles.insertArguments(BOTH, 0, key, value);
    }

    static Mismatch key(MethodHandle check, Object key, Object unused) throws Throwable {
        Mismatch mismatch = (Mismatch) check.invokeExact(key);
        return mismatch == null ? null : mismatch.at("{key}");
    }

    static Mismatch value(MethodHandle check, Object unused, Object value) throws Throwable {
        Mismatch mismatch = (Mismatch) check.invokeExact(value);
        return mismatch == null ? null : mismatch.at("{value}");
    }

    static Mismatch both(MethodHandle keyCheck, MethodHandle valueCheck, Object key, Object value) throws Throwable {
        Mismatch mismatch = (Mismatch) keyCheck.invokeExact(key);
        if (mismatch != null) {
            return mismatch.at("{key}");
        }
        mismatch = (Mismatch) valueCheck.invokeExact(value);
        return mismatch == null ? null : mismatch.at("{value}");
    }

    private static MethodHandle find(String name, Class<?>... constants) {
        MethodType type =
                MethodType.methodType(Mismatch.class, constants).appendParameterTypes(Object.class, Object.class);
        return Handles.find(PairCheck.class, name, type);
    }
}
