package dev.aide.agent.type;

import java.util.List;

/** A MethodSignature (JVMS 4.7.9.1), or a method descriptor read as one; immutable. */
public final class MethodSignature {
    final List<TypeParameter> typeParameters;
    private final List<JavaType> parameters;
    private final JavaType result;

    MethodSignature(List<TypeParameter> typeParameters, List<JavaType> parameters, JavaType result) {
        this.typeParameters = typeParameters;
        this.parameters = parameters;
        this.result = result;
    }

    /**
     * Reads a signature or a descriptor.
     *
     * @throws MalformedSignature if the text is neither
     */
    public static MethodSignature parse(String signature) {
        return new SignatureParser(signature).method();
    }

    public List<JavaType> parameters() {
        return parameters;
    }

    public JavaType result() {
        return result;
    }

    /** Returns the same method with other parameters and another result. */
    MethodSignature with(List<JavaType> otherParameters, JavaType otherResult) {
        return new MethodSignature(typeParameters, otherParameters, otherResult);
    }

    /** Returns the text that {@link #parse} reads, exceptions left out, as they say nothing of values. */
    public String text() {
        StringBuilder text = new StringBuilder();
        if (!typeParameters.isEmpty()) {
            text.append('<');
            for (TypeParameter parameter : typeParameters) {
                parameter.write(text);
            }
            text.append('>');
        }
        text.append('(');
        for (JavaType parameter : parameters) {
            parameter.write(text);
        }
        text.append(')');
        result.write(text);
        return text.toString();
    }

    boolean declares(String variable) {
        return TypeParameter.find(typeParameters, variable) != null;
    }
}
