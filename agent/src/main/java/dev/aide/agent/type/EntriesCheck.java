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
    Mismatch examine(MethodHandle pair, Object value) throws Throwable {
        if (value.getClass() == HashMap.class && takesHashMap && pair != null) {
            return hashMap(pair, (HashMap<?, ?>) value);
        }
        return examineAny(pair, value);
    }

    @Override
    Mismatch walk(MethodHandle pair, Object value) throws Throwable {
        return value instanceof Map ? map(pair, (Map<?, ?>) value) : null;
    }

    /** The same as {@link #map}, in a place of its own, where the JIT compiler sees one class of iterator only. */
    @SuppressWarnings("NonApiType")
    private Mismatch hashMap(MethodHandle pair, HashMap<?, ?> map) throws Throwable {
        int size = map.size();
        int left = sample.steps(size);
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
                left > 0 && entries.hasNext();
                left--) {
            Map.Entry<?, ?> entry = entries.next();
            Mismatch mismatch = (Mismatch) pair.invokeExact((Object) entry.getKey(), (Object) entry.getValue());
            if (mismatch != null) {
                return mismatch.heldBy(map, size);
            }
        }
        return null;
    }

    private Mismatch map(MethodHandle pair, Map<?, ?> map) throws Throwable {
        int size = context.inert().isSized(map) ? map.size() : -1;
        int left = sample.steps(size);
        for (Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
                left > 0 && entries.hasNext();
                left--) {
            Map.Entry<?, ?> entry = entries.next();
            Mismatch mismatch = (Mismatch) pair.invokeExact((Object) entry.getKey(), (Object) entry.getValue());
            if (mismatch != null) {
                return mismatch.heldBy(map, size);
            }
        }
        return null;
    }
}
