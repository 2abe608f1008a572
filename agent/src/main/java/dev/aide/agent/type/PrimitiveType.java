package dev.aide.agent.type;

import java.lang.reflect.Array;

/** A primitive type, or void as the result of a method (JVMS 4.3.2, 4.3.3); immutable. */
final class PrimitiveType extends JavaType {
    private final Class<?> type;

    PrimitiveType(Class<?> type) {
        super(false);
        this.type = type;
    }

    @Override
    public boolean agreesWith(JavaType descriptor) {
        return descriptor instanceof PrimitiveType && descriptor.fullName().equals(fullName());
    }

    @Override
    public JavaType withNonNull(boolean excludesNull) {
        return this;
    }

    @Override
    public JavaType withoutNonNull() {
        return this;
    }

    @Override
    void write(StringBuilder signature) {
        // an array's name is its descriptor, [I for int
        signature.append(
                type == void.class
                        ? "V"
                        : Array.newInstance(type, 0).getClass().getName().substring(1));
    }

    Class<?> type() {
        return type;
    }

    @Override
    public String simple() {
        return type.getName();
    }

    @Override
    public boolean mentions(VariableNames names) {
        return false;
    }

    @Override
    public int slots() {
        return type == long.class || type == double.class ? 2 : 1;
    }

    @Override
    String fullName() {
        return type.getName();
    }
}
