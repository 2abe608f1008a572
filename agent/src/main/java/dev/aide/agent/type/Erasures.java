package dev.aide.agent.type;

import dev.aide.agent.type.JavaType.Argument;
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
    Class<?>[] ofArguments(JavaType.Parameterized type, TypeVariables variables) {
        Class<?>[] erasures = new Class<?>[type.arguments.size()];
        for (int i = 0; i < erasures.length; i++) {
            Argument argument = type.arguments.get(i);
            erasures[i] = argument.constrains() ? of(argument.bound, variables) : null;
        }
        return erasures;
    }

    /** Returns the class that a type is at run time; null where that is not known. */
    Class<?> of(JavaType type, TypeVariables variables) {
        if (type instanceof JavaType.Parameterized) {
            return resolve((JavaType.Parameterized) type);
        }
        if (type instanceof JavaType.Array) {
            Class<?> component = of(((JavaType.Array) type).component, variables);
            return component == null ? null : Array.newInstance(component, 0).getClass();
        }
        return type instanceof JavaType.Primitive
                ? ((JavaType.Primitive) type).type()
                : ofVariable(((JavaType.Variable) type).name, variables);
    }

    private Class<?> ofVariable(String name, TypeVariables variables) {
        Argument binding = variables.binding(name);
        if (binding != null && binding.constrains()) {
            return of(binding.bound, variables);
        }
        List<JavaType> bounds = variables.bounds(name);
        return bounds.isEmpty() ? null : of(bounds.get(0), variables);
    }

    /** Returns the class of that name, loaded but not initialised; null where it cannot be loaded, which is counted. */
    Class<?> resolve(JavaType.Parameterized type) {
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
