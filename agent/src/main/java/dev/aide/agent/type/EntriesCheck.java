package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** The keys and values of a map fit its type arguments. */
final class EntriesCheck extends ContentCheck {
    private final boolean takesHashMap;
    private final Sample sample;

    EntriesCheck(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
        super(context, raw, declared, fixed);
        this.takesHashMap = takes(HashMap.class);
        this.sample = new Sample(context.depth());
    }

    @Override
    Mismatch examine(MethodHandle key, MethodHandle mapped, Object value) throws Throwable {
        if (value.getClass() == HashMap.class && takesHashMap && (key != null || mapped != null)) {
            return hashMap(key, mapped, (HashMap<?, ?>) value);
        }
        return examineAny(key, mapped, value);
    }

    @Override
    Mismatch walk(MethodHandle key, MethodHandle mapped, Object value) throws Throwable {
        return value instanceof Map ? map(key, mapped, (Map<?, ?>) value) : null;
    }

    /** The same as {@link #map}, in a place of its own, where the JIT compiler sees one class of iterator only. */
    @SuppressWarnings("NonApiType")
    private Mismatch hashMap(MethodHandle key, MethodHandle mapped, HashMap<?, ?> map) throws Throwable {
        int size = map.size();
        int left = sample.steps(size);
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
                left > 0 && entries.hasNext();
                left--) {
            Map.Entry<?, ?> entry = entries.next();
            Mismatch mismatch = PairCheck.entry(key, mapped, entry.getKey(), entry.getValue(), map, size);
            if (mismatch != null) {
                return mismatch;
            }
        }
        return null;
    }

    private Mismatch map(MethodHandle key, MethodHandle mapped, Map<?, ?> map) throws Throwable {
        int size = context.inert().isSized(map) ? map.size() : -1;
        int left = sample.steps(size);
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
                left > 0 && entries.hasNext();
                left--) {
            Map.Entry<?, ?> entry = entries.next();
            Mismatch mismatch = PairCheck.entry(key, mapped, entry.getKey(), entry.getValue(), map, size);
            if (mismatch != null) {
                return mismatch;
            }
        }
        return null;
    }
}
