package dev.aide.agent.type;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What loaded classes say of their supertypes, in the terms of this package. */
final class ReflectedTypes {
    private ReflectedTypes() {}

    /**
     * Returns what a class makes of a supertype's type parameters, in terms of the class's own variables.
     *
     * @return the arguments by name; null where the class has the supertype raw, or not at all
     */
    static Map<String, TypeArgument> inOwnVariables(Class<?> type, Class<?> supertype) {
        Map<String, TypeArgument> arguments = new HashMap<>();
        for (TypeVariable<?> parameter : type.getTypeParameters()) {
            arguments.put(parameter.getName(), exact(new VariableType(parameter.getName())));
        }
        return argumentsOf(type, arguments, supertype);
    }

    /**
     * Returns what a class fixes of a supertype's type parameters, and of those of the classes around an inner one; what an
     * instance of it is free to choose stays open.
     *
     * @return the arguments by name; null where the class has the supertype raw, or not at all
     */
    static Map<String, TypeArgument> fixedBy(Class<?> type, Class<?> supertype) {
        Map<String, TypeArgument> arguments = new HashMap<>();
        for (TypeVariable<?> parameter : type.getTypeParameters()) {
            arguments.put(parameter.getName(), TypeArgument.ANY);
        }
        return argumentsOf(type, arguments, supertype);
    }

    private static Map<String, TypeArgument> argumentsOf(
            Class<?> type, Map<String, TypeArgument> arguments, Class<?> supertype) {
        if (type == supertype) {
            return arguments;
        }
        if (type.getSuperclass() != null && supertype.isAssignableFrom(type.getSuperclass())) {
            return throughParent(type, type.getGenericSuperclass(), arguments, supertype);
        }
        Class<?>[] interfaces = type.getInterfaces();
        Type[] generic = type.getGenericInterfaces();
        for (int i = 0; i < interfaces.length; i++) {
            // Scala 3 leaves interfaces out of a class's Signature
            if (supertype.isAssignableFrom(interfaces[i]) && generic.length == interfaces.length) {
                return throughParent(type, generic[i], arguments, supertype);
            }
        }
        return null;
    }

    private static Map<String, TypeArgument> throughParent(
            Class<?> type, Type parent, Map<String, TypeArgument> arguments, Class<?> supertype) {
        if (parent instanceof Class) {
            Class<?> raw = (Class<?>) parent;
            boolean isRaw = raw.getTypeParameters().length > 0;
            return isRaw ? null : argumentsOf(raw, new HashMap<String, TypeArgument>(), supertype);
        }
        ParameterizedType parameterized = (ParameterizedType) parent;
        Class<?> raw = (Class<?>) parameterized.getRawType();
        Map<String, TypeArgument> ofParent = new HashMap<>();
        addArguments(parameterized, arguments, ofParent);
        Type around = parameterized.getOwnerType();
        for (; around instanceof ParameterizedType; around = ((ParameterizedType) around).getOwnerType()) {
            addArguments((ParameterizedType) around, withoutHiding(type, arguments), ofParent);
        }
        return argumentsOf(raw, ofParent, supertype);
    }

    /**
     * Leaves out the class's own variables with a namesake in a class around it: a Signature has their names only, so that it
     * cannot be told which of the two stands in the type around an inner superclass.
     */
    private static Map<String, TypeArgument> withoutHiding(Class<?> type, Map<String, TypeArgument> arguments) {
        Map<String, TypeArgument> others = new HashMap<>(arguments);
        for (TypeVariable<?> own : type.getTypeParameters()) {
            for (Class<?> around = type.getEnclosingClass(); around != null; around = around.getEnclosingClass()) {
                for (TypeVariable<?> namesake : around.getTypeParameters()) {
                    if (namesake.getName().equals(own.getName())) {
                        others.remove(own.getName());
                    }
                }
            }
        }
        return others;
    }

    /** Adds what a type's parameters stand for; names that are there already are of types further in, and hide them. */
    private static void addArguments(
            ParameterizedType type, Map<String, TypeArgument> arguments, Map<String, TypeArgument> ofType) {
        TypeVariable<?>[] parameters = ((Class<?>) type.getRawType()).getTypeParameters();
        Type[] actual = type.getActualTypeArguments();
        for (int i = 0; i < actual.length; i++) {
            if (!ofType.containsKey(parameters[i].getName())) {
                ofType.put(parameters[i].getName(), substituted(argument(actual[i]), arguments));
            }
        }
    }

    /** Replaces variables by what they stand for; those not in the map, of an enclosing class or method, by anything. */
    static TypeArgument substituted(TypeArgument argument, Map<String, TypeArgument> variables) {
        if (argument.bound == null) {
            return argument;
        }
        if (argument.bound instanceof VariableType) {
            TypeArgument replacement = variables.get(((VariableType) argument.bound).name);
            if (replacement == null) {
                return TypeArgument.ANY;
            }
            return argument.kind == TypeArgument.Kind.EXACT || !replacement.constrains()
                    ? replacement
                    : new TypeArgument(argument.kind, replacement.bound);
        }
        return new TypeArgument(argument.kind, substituted(argument.bound, variables));
    }

    private static JavaType substituted(JavaType type, Map<String, TypeArgument> variables) {
        if (type instanceof ClassType) {
            ClassType parameterized = (ClassType) type;
            List<TypeArgument> arguments = new ArrayList<>();
            for (TypeArgument argument : parameterized.arguments) {
                arguments.add(substituted(argument, variables));
            }
            return parameterized.withArguments(arguments);
        }
        if (type instanceof ArrayType) {
            return new ArrayType(substituted(((ArrayType) type).component, variables)).withNonNull(type.isNonNull());
        }
        if (type instanceof VariableType) {
            TypeArgument replacement = variables.get(((VariableType) type).name);
            return replacement != null && replacement.constrains() ? replacement.bound : ClassType.of(Object.class);
        }
        return type;
    }

    private static JavaType type(Type type) {
        if (type instanceof Class) {
            Class<?> raw = (Class<?>) type;
            return raw.isArray()
                    ? new ArrayType(type(raw.getComponentType()))
                    : raw.isPrimitive() ? new PrimitiveType(raw) : ClassType.of(raw);
        }
        if (type instanceof ParameterizedType) {
            Class<?> raw = (Class<?>) ((ParameterizedType) type).getRawType();
            List<TypeArgument> arguments = new ArrayList<>();
            for (Type argument : ((ParameterizedType) type).getActualTypeArguments()) {
                arguments.add(argument(argument));
            }
            return new ClassType(raw.getName(), arguments, raw);
        }
        if (type instanceof GenericArrayType) {
            return new ArrayType(type(((GenericArrayType) type).getGenericComponentType()));
        }
        return new VariableType(((TypeVariable<?>) type).getName());
    }

    private static TypeArgument argument(Type type) {
        if (type instanceof WildcardType) {
            Type[] lower = ((WildcardType) type).getLowerBounds();
            if (lower.length > 0) {
                return new TypeArgument(TypeArgument.Kind.SUPER, type(lower[0]));
            }
            Type upper = ((WildcardType) type).getUpperBounds()[0];
            return upper == Object.class ? TypeArgument.ANY : new TypeArgument(TypeArgument.Kind.EXTENDS, type(upper));
        }
        return exact(type(type));
    }

    private static TypeArgument exact(JavaType type) {
        return new TypeArgument(TypeArgument.Kind.EXACT, type);
    }
}
