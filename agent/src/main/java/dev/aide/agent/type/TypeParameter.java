package dev.aide.agent.type;

import java.util.List;

/** A declared type variable with its bounds, the class bound first; immutable. */
final class TypeParameter {
    final String name;
    final List<JavaType> bounds;

    TypeParameter(String name, List<JavaType> bounds) {
        this.name = name;
        this.bounds = bounds;
    }

    void write(StringBuilder signature) {
        signature.append(name);
        if (bounds.isEmpty()) {
            signature.append(":Ljava/lang/Object;");
        }
        for (JavaType bound : bounds) {
            signature.append(':');
            bound.write(signature);
        }
    }

    static TypeParameter find(List<TypeParameter> among, String name) {
        for (TypeParameter parameter : among) {
            if (parameter.name.equals(name)) {
                return parameter;
            }
        }
        return null;
    }
}
