package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.util.Map;

/** The key and the value of an entry fit its type arguments. */
final class PairCheck extends ContentCheck {
    private static final int NO_SIZE = -1;

    PairCheck(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
        super(context, raw, declared, fixed);
    }

    @Override
    Mismatch walk(MethodHandle key, MethodHandle mapped, Object value) throws Throwable {
        Map.Entry<?, ?> pair = (Map.Entry<?, ?>) value;
        return entry(key, mapped, pair.getKey(), pair.getValue(), pair, NO_SIZE);
    }

    static Mismatch entry(
            MethodHandle keyCheck, MethodHandle valueCheck, Object key, Object value, Object holder, int size)
            throws Throwable {
        Mismatch mismatch = apply(keyCheck, key);
        if (mismatch != null) {
            return mismatch.at("{key}", holder, size);
        }
        mismatch = apply(valueCheck, value);
        return mismatch == null ? null : mismatch.at("{value}", holder, size);
    }
}
