package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** The keys and values of a map fit its type arguments. */
final class EntriesCheck extends ContentCheck {
    private static final MethodHandle CHECK =
            Handles.find(EntriesCheck.class, "check", EntriesCheck.class, MethodHandle.class);

    private final boolean takesHashMap;
    private final Sample sample;

    EntriesCheck(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
        super(context, raw, declared, fixed);
        this.takesHashMap = takes(HashMap.class);
        this.sample = new Sample(context.depth());
    }

    @Override
    MethodHandle handle(MethodHandle pair) {
        return MethodHandles.insertArguments(CHECK, 0, this, pair);
    }

    static Mismatch check(EntriesCheck check, MethodHandle pair, Object value) {
        if (value == null) {
            return null;
        }
        try {
            return value.getClass() == HashMap.class && check.takesHashMap && pair != null
                    ? check.hashMap(pair, (HashMap<?, ?>) value)
                    : check.examine(pair, value);
        } catch (Throwable e) {
            return check.failed(e);
        }
    }

    @Override
    Mismatch walk(MethodHandle pair, Object value) throws Throwable {
        Map<?, ?> map = (Map<?, ?>) value;
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

    /** The same as {@link #walk}, in a place of its own, where the JIT compiler sees one class of iterator only. */
    @SuppressWarnings("NonApiType")
    private Mismatch hashMap(MethodHandle pair, HashMap<?, ?> map) throws Throwable {
        int left = sample.steps(map.size());
        Iterator<? extends Map.Entry<?, ?>> entries = map.entrySet().iterator();
        while (--left >= 0 && entries.hasNext()) {
            Map.Entry<?, ?> entry = entries.next();
            Mismatch mismatch = (Mismatch) pair.invokeExact((Object) entry.getKey(), (Object) entry.getValue());
            if (mismatch != null) {
                return mismatch.heldBy(map, map.size());
            }
        }
        return null;
    }
}
