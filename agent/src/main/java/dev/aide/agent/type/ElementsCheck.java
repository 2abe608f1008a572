package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.RandomAccess;

/** The elements of a collection fit its type argument. */
final class ElementsCheck extends ContentCheck {
    private static final MethodHandle CHECK =
            Handles.find(ElementsCheck.class, "check", ElementsCheck.class, MethodHandle.class);

    private final boolean takesArrayList;
    private final Sample sample;

    ElementsCheck(CheckContext context, Class<?> raw, JavaType declared, FixedArguments fixed) {
        super(context, raw, declared, fixed);
        this.takesArrayList = takes(ArrayList.class);
        this.sample = new Sample(context.depth());
    }

    @Override
    MethodHandle handle(MethodHandle element) {
        return MethodHandles.insertArguments(CHECK, 0, this, element);
    }

    static Mismatch check(ElementsCheck check, MethodHandle element, Object value) {
        if (value == null) {
            return null;
        }
        try {
            // by far the most frequent class, and one whose elements the JIT compiler reads without a call
            return value.getClass() == ArrayList.class && check.takesArrayList && element != null
                    ? check.arrayList(element, (ArrayList<?>) value)
                    : check.examine(element, value);
        } catch (Throwable e) {
            return check.failed(e);
        }
    }

    @Override
    Mismatch walk(MethodHandle element, Object value) throws Throwable {
        if (value instanceof RandomAccess && value instanceof List) {
            return list(element, (List<?>) value);
        }
        return iterate(element, (Iterable<?>) value);
    }

    /** The same as {@link #list}, in a place of its own, where the JIT compiler sees one class only. */
    @SuppressWarnings("NonApiType")
    private Mismatch arrayList(MethodHandle element, ArrayList<?> list) throws Throwable {
        int size = list.size();
        if (size > sample.all()) {
            return sampled(element, list, size);
        }
        for (int i = 0; i < size; i++) {
            Mismatch mismatch = (Mismatch) element.invokeExact((Object) list.get(i));
            if (mismatch != null) {
                return mismatch.at(i, list, size);
            }
        }
        return null;
    }

    private Mismatch list(MethodHandle element, List<?> list) throws Throwable {
        int size = list.size();
        if (size > sample.all()) {
            return sampled(element, list, size);
        }
        for (int i = 0; i < size; i++) {
            Mismatch mismatch = (Mismatch) element.invokeExact((Object) list.get(i));
            if (mismatch != null) {
                return mismatch.at(i, list, size);
            }
        }
        return null;
    }

    private Mismatch sampled(MethodHandle element, List<?> list, int size) throws Throwable {
        for (int i = 0; i < sample.picked(); i++) {
            int index = sample.index(i, size);
            Mismatch mismatch = (Mismatch) element.invokeExact((Object) list.get(index));
            if (mismatch != null) {
                return mismatch.at(index, list, size);
            }
        }
        return null;
    }

    private Mismatch iterate(MethodHandle element, Iterable<?> iterable) throws Throwable {
        boolean isSized = iterable instanceof Collection && context.inert().isSized(iterable);
        int size = isSized ? ((Collection<?>) iterable).size() : -1;
        int most = sample.steps(size);
        int index = 0;
        for (Iterator<?> elements = iterable.iterator(); index < most && elements.hasNext(); index++) {
            Mismatch mismatch = (Mismatch) element.invokeExact((Object) elements.next());
            if (mismatch != null) {
                return mismatch.at(index, iterable, size);
            }
        }
        return null;
    }
}
