package dev.aide.agent.type;

import java.lang.reflect.Array;

/**
 * Where in a value, and how, it does not fit its declared type. Made only on failure; a check's answer is null where the
 * value fits. Immutable; holds the offending value, so it is not to be kept.
 */
public final class Mismatch {
    /** In what a value can fail. */
    public enum Kind {
        TYPE,
        NULL,
        LENGTH
    }

    private final Kind kind;
    private final Object value;
    private final String found;
    private final JavaType declared;
    /** How many elements there may be, where it is the length that does not fit. */
    private final int most;

    private final String path;
    private final String shape;
    private final String container;

    private Mismatch(
            Kind kind,
            Object value,
            String found,
            JavaType declared,
            int most,
            String path,
            String shape,
            String container) {
        this.kind = kind;
        this.value = value;
        this.found = found;
        this.declared = declared;
        this.most = most;
        this.path = path;
        this.shape = shape;
        this.container = container;
    }

    static Mismatch of(Object value, JavaType declared) {
        return of(value, value.getClass().getName(), declared);
    }

    /** Gives the found type other words than the value's class, such as {@code java.lang.Class<java.lang.String>}. */
    static Mismatch of(Object value, String found, JavaType declared) {
        return new Mismatch(Kind.TYPE, value, found, declared, 0, "", "", null);
    }

    static Mismatch ofNull(JavaType declared) {
        return new Mismatch(Kind.NULL, null, "null", declared, 0, "", "", null);
    }

    /** The length itself stays out of the words, so that all that are too long are of one kind. */
    static Mismatch ofLength(Object array, JavaType declared, int most) {
        return new Mismatch(Kind.LENGTH, array, "longer", declared, most, "", "", null)
                .heldBy(array, Array.getLength(array));
    }

    /** Returns this mismatch seen from the container that holds the value at an index. */
    Mismatch at(int index, Object holder, int size) {
        return new Mismatch(kind, value, found, declared, most, "[" + index + "]" + path, "[]" + shape, container)
                .heldBy(holder, size);
    }

    /** Returns this mismatch seen from a step, such as <code>{key}</code>, into what holds the value. */
    Mismatch at(String step) {
        return new Mismatch(kind, value, found, declared, most, step + path, step + shape, container);
    }

    /** Returns this mismatch with its container named, if none is yet: the innermost one counts. */
    Mismatch heldBy(Object holder, int size) {
        if (container != null) {
            return this;
        }
        String named = holder.getClass().isArray()
                ? "array of " + size
                : holder.getClass().getName() + (size < 0 ? "" : " of " + size);
        return new Mismatch(kind, value, found, declared, most, path, shape, named);
    }

    public Kind kind() {
        return kind;
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
        return kind == Kind.LENGTH ? declared + " of at most " + most : declared.toString();
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
