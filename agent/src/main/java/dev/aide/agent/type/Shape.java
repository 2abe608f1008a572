package dev.aide.agent.type;

import java.lang.reflect.TypeVariable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How a generic class holds what its type arguments speak of; found by reflection once a class, then kept by it. Immutable. */
final class Shape {
    private final Contents contents;
    private final TypeArgument[] contained;
    private final String[] parameterNames;

    private Shape(Contents contents, TypeArgument[] contained, String[] parameterNames) {
        this.contents = contents;
        this.contained = contained;
        this.parameterNames = parameterNames;
    }

    static Shape of(Class<?> type) {
        TypeVariable<?>[] parameters = type.getTypeParameters();
        String[] names = new String[parameters.length];
        for (int i = 0; i < names.length; i++) {
            names[i] = parameters[i].getName();
        }
        Contents contents = Contents.of(type);
        return new Shape(
                contents, contents == Contents.NONE ? new TypeArgument[0] : contents.parametersOf(type), names);
    }

    Contents contents() {
        return contents;
    }

    /** Returns the names of the class's own type parameters. */
    String[] parameterNames() {
        return parameterNames;
    }

    /** Returns what is contained (the element; the key, then the value) under some type arguments of the class. */
    TypeArgument[] contained(List<TypeArgument> arguments) {
        Map<String, TypeArgument> given = new HashMap<>();
        for (int i = 0; i < parameterNames.length; i++) {
            given.put(parameterNames[i], arguments.get(i));
        }
        TypeArgument[] substituted = new TypeArgument[contained.length];
        for (int i = 0; i < substituted.length; i++) {
            substituted[i] = ReflectedTypes.substituted(contained[i], given);
        }
        return substituted;
    }
}
