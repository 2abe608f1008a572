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

    static TypeParameter find(List<TypeParameter> among, String name) {
        for (TypeParameter parameter : among) {
            if (parameter.name.equals(name)) {
                return parameter;
            }
        }
        return null;
    }
}
