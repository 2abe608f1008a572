package dev.aide.agent.type;

/** Finds generic types that a declaration leaves without their type arguments (JLS 4.8). */
public final class RawTypes {
    /** Knows which classes are generic. */
    public interface Generics {
        /** Tells whether a class, by its binary name, declares type parameters; false where it is not known. */
        boolean isGeneric(String name);
    }

    private final Generics generics;

    public RawTypes(Generics generics) {
        this.generics = generics;
    }

    /** Returns the binary name of the first raw type in a type, the type itself included; null where there is none. */
    public String in(JavaType type) {
        if (type instanceof ArrayType) {
            return in(((ArrayType) type).component);
        }
        if (!(type instanceof ClassType)) {
            return null;
        }
        ClassType parameterized = (ClassType) type;
        if (parameterized.arguments.isEmpty()) {
            return generics.isGeneric(parameterized.name) ? parameterized.name : null;
        }
        for (TypeArgument argument : parameterized.arguments) {
            String raw = argument.bound == null ? null : in(argument.bound);
            if (raw != null) {
                return raw;
            }
        }
        return null;
    }
}
