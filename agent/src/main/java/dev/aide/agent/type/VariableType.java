package dev.aide.agent.type;

/** A type variable, by its name (TypeVariableSignature, JVMS 4.7.9.1); immutable. */
final class VariableType extends JavaType {
    final String name;

    VariableType(String name) {
        this(name, false);
    }

    private VariableType(String name, boolean nonNull) {
        super(nonNull);
        this.name = name;
    }

    @Override
    public boolean agreesWith(JavaType descriptor) {
        return !(descriptor instanceof PrimitiveType);
    }

    @Override
    public JavaType withNonNull(boolean excludesNull) {
        return new VariableType(name, excludesNull);
    }

    @Override
    public JavaType withoutNonNull() {
        return withNonNull(false);
    }

    @Override
    void write(StringBuilder signature) {
        writeMark(signature);
        signature.append('T').append(name).append(';');
    }

    @Override
    public String simple() {
        return name;
    }

    @Override
    public boolean mentions(VariableNames names) {
        return names.includes(name);
    }

    @Override
    String fullName() {
        return name;
    }
}
