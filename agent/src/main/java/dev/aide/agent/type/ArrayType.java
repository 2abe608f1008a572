package dev.aide.agent.type;

/** An array type by its components' (ArrayTypeSignature, JVMS 4.7.9.1); immutable. */
final class ArrayType extends JavaType {
    final JavaType component;

    ArrayType(JavaType component) {
        this(component, false);
    }

    private ArrayType(JavaType component, boolean nonNull) {
        super(nonNull);
        this.component = component;
    }

    @Override
    public boolean agreesWith(JavaType descriptor) {
        return descriptor instanceof ArrayType && component.agreesWith(((ArrayType) descriptor).component);
    }

    @Override
    public JavaType withNonNull(boolean excludesNull) {
        return new ArrayType(component, excludesNull);
    }

    @Override
    public JavaType withoutNonNull() {
        return new ArrayType(component.withoutNonNull());
    }

    @Override
    public boolean excludesNull() {
        return isNonNull() || component.excludesNull();
    }

    @Override
    void write(StringBuilder signature) {
        writeMark(signature);
        signature.append('[');
        component.write(signature);
    }

    @Override
    public String simple() {
        return component.simple() + "[]";
    }

    @Override
    public boolean mentions(VariableNames names) {
        return component.mentions(names);
    }

    @Override
    String fullName() {
        return component + "[]";
    }
}
