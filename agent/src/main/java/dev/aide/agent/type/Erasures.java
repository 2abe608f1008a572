package dev.aide.agent.type;

import java.lang.reflect.Array;
import java.util.List;

/** Resolves types to the classes that they are at run time, by the class loader of the class that names them. */
final class Erasures {
    private final CheckContext context;
    private final ClassLoader loader;

    Erasures(CheckContext context, ClassLoader loader) {
        this.context = context;
        this.loader = loader;
    }

    /** Returns the erasure of each type argument; null where anything goes. */
    Class<?>[] ofArguments(ClassType type, TypeVariables variables) {
        Class<?>[] erasures = new Class<?>[type.arguments.size()];
        for (int i = 0; i < erasures.length; i++) {
            TypeArgument argument = type.arguments.get(i);
            erasures[i] = argument.constrains() ? of(argument.bound, variables) : null;
        }
        return erasures;
    }

    /** Returns the class that a type is at run time; null where that is not known. */
    Class<?> of(JavaType type, TypeVariables variables) {
        if (type instanceof ClassType) {
            return resolve((ClassType) type);
        }
        if (type instanceof ArrayType) {
            Class<?> component = of(((ArrayType) type).component, variables);
            return component == null ? null : Array.newInstance(component, 0).getClass();
        }
        return type instanceof PrimitiveType
                ? ((PrimitiveType) type).type()
                : ofVariable(((VariableType) type).name, variables);
    }

    private Class<?> ofVariable(String name, TypeVariables variables) {
        TypeArgument binding = variables.binding(name);
        if (binding != null && binding.constrains()) {
            return of(binding.bound, variables);
        }
        List<JavaType> bounds = variables.bounds(name);
        return bounds.isEmpty() ? null : of(bounds.get(0), variables);
    }

    /** Returns the class of that name, loaded but not initialised; null where it cannot be loaded, which is counted. */
    Class<?> resolve(ClassType type) {
        if (type.resolved != null) {
            return type.resolved;
        }
        boolean isOfJava = type.name.startsWith("java.");
        Class<?> known = isOfJava ? context.classesOfJava().get(type.name) : null;
        if (known != null) {
            return known;
        }
        try {
            Class<?> resolved = Class.forName(type.name, false, loader);
            if (isOfJava) {
                context.classesOfJava().put(type.name, resolved);
            }
            return resolved;
        } catch (ClassNotFoundException | LinkageError e) {
            context.unchecked().unresolved(type.name);
            return null;
        }
    }
}
