package dev.aide.agent.type;

/**
 * Where in a value, and how, it does not fit its declared type. Made only on failure; a check's answer is null where the
 * value fits. Immutable; holds the offending value, so it is not to be kept.
 */
public final class Mismatch {
    private final Object value;
    private final String found;
    private final JavaType declared;
    private final String path;
    private final String shape;
    private final String container;

    private Mismatch(Object value, String found, JavaType declared, String path, String shape, String container) {
        this.value = value;
        this.found = found;
        this.declared = declared;
        this.path = path;
        this.shape = shape;
        this.container = container;
    }

    static Mismatch of(Object value, JavaType declared) {
        return new Mismatch(value, value.getClass().getName(), declared, "", "", null);
    }

    /** Gives the found type other words than the value's class, such as {@code java.lang.Class<java.lang.String>}. */
    static Mismatch of(Object value, String found, JavaType declared) {
        return new Mismatch(value, found, declared, "", "", null);
    }

    /** Returns this mismatch seen from the container that holds the value at an index. */
    Mismatch at(int index, Object holder, int size) {
        return new Mismatch(value, found, declared, "[" + index + "]" + path, "[]" + shape, container)
                .heldBy(holder, size);
    }

    /** Returns this mismatch seen from a step, such as <code>{key}</code>, into what holds the value. */
    Mismatch at(String step) {
        return new Mismatch(value, found, declared, step + path, step + shape, container);
    }

    /** Returns this mismatch with its container named, if none is yet: the innermost one counts. */
    Mismatch heldBy(Object holder, int size) {
        if (container != null) {
            return this;
        }
        String named = holder.getClass().isArray()
                ? "array of " + size
                : holder.getClass().getName() + (size < 0 ? "" : " of " + size);
        return new Mismatch(value, found, declared, path, shape, named);
    }

    /** Returns the value that does not fit. */
    public Object value() {
        return value;
    }

    /** Returns the full name of the type that was found. */
    public String found() {
        return found;
    }

    /** Returns the full name of the type that was declared there. */
    public String declared() {
        return declared.toString();
    }

    /** Returns the steps from the argument to the value, such as <code>{value}[2]</code>; empty for the argument itself. */
    public String path() {
        return path;
    }

    /** Returns {@link #path()} without indexes: what stays the same from call to call. */
    public String shape() {
        return shape;
    }

    /** Returns the container that directly holds the value, such as {@code java.util.ArrayList of 3}, or null. */
    public String container() {
        return container;
    }
}
