package dev.aide.agent.type;

import dev.aide.agent.type.JavaType.Argument;
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
    static Map<String, Argument> inOwnVariables(Class<?> type, Class<?> supertype) {
        Map<String, Argument> arguments = new HashMap<>();
        for (TypeVariable<?> parameter : type.getTypeParameters()) {
            arguments.put(parameter.getName(), exact(new JavaType.Variable(parameter.getName())));
        }
        return argumentsOf(type, arguments, supertype);
    }

    /**
     * Returns what a class fixes of a supertype's type parameters; what an instance of it is free to choose stays open.
     *
     * @return the arguments by name; null where the class has the supertype raw, or not at all
     */
    static Map<String, Argument> fixedBy(Class<?> type, Class<?> supertype) {
        Map<String, Argument> arguments = new HashMap<>();
        for (TypeVariable<?> parameter : type.getTypeParameters()) {
            arguments.put(parameter.getName(), Argument.ANY);
        }
        return argumentsOf(type, arguments, supertype);
    }

    private static Map<String, Argument> argumentsOf(
            Class<?> type, Map<String, Argument> arguments, Class<?> supertype) {
        if (type == supertype) {
            return arguments;
        }
        if (type.getSuperclass() != null && supertype.isAssignableFrom(type.getSuperclass())) {
            return throughParent(type.getGenericSuperclass(), arguments, supertype);
        }
        Class<?>[] interfaces = type.getInterfaces();
        for (int i = 0; i < interfaces.length; i++) {
            if (supertype.isAssignableFrom(interfaces[i])) {
                return throughParent(type.getGenericInterfaces()[i], arguments, supertype);
            }
        }
        return null;
    }

    private static Map<String, Argument> throughParent(
            Type parent, Map<String, Argument> arguments, Class<?> supertype) {
        if (parent instanceof Class) {
            Class<?> raw = (Class<?>) parent;
            boolean isRaw = raw.getTypeParameters().length > 0;
            return isRaw ? null : argumentsOf(raw, new HashMap<String, Argument>(), supertype);
        }
        ParameterizedType parameterized = (ParameterizedType) parent;
        Class<?> raw = (Class<?>) parameterized.getRawType();
        Map<String, Argument> ofParent = new HashMap<>();
        Type[] actual = parameterized.getActualTypeArguments();
        for (int i = 0; i < actual.length; i++) {
            ofParent.put(raw.getTypeParameters()[i].getName(), substituted(argument(actual[i]), arguments));
        }
        return argumentsOf(raw, ofParent, supertype);
    }

    /** Replaces variables by what they stand for; those not in the map, of an enclosing class or method, by anything. */
    static Argument substituted(Argument argument, Map<String, Argument> variables) {
        if (argument.bound == null) {
            return argument;
        }
        if (argument.bound instanceof JavaType.Variable) {
            Argument replacement = variables.get(((JavaType.Variable) argument.bound).name);
            if (replacement == null) {
                return Argument.ANY;
            }
            return argument.kind == Argument.Kind.EXACT || !replacement.constrains()
                    ? replacement
                    : new Argument(argument.kind, replacement.bound);
        }
        return new Argument(argument.kind, substituted(argument.bound, variables));
    }

    private static JavaType substituted(JavaType type, Map<String, Argument> variables) {
        if (type instanceof JavaType.Parameterized) {
            JavaType.Parameterized parameterized = (JavaType.Parameterized) type;
            List<Argument> arguments = new ArrayList<>();
            for (Argument argument : parameterized.arguments) {
                arguments.add(substituted(argument, variables));
            }
            return parameterized.withArguments(arguments);
        }
        if (type instanceof JavaType.Array) {
            return new JavaType.Array(substituted(((JavaType.Array) type).component, variables))
                    .withNonNull(type.isNonNull());
        }
        if (type instanceof JavaType.Variable) {
            Argument replacement = variables.get(((JavaType.Variable) type).name);
            return replacement != null && replacement.constrains()
                    ? replacement.bound
                    : JavaType.Parameterized.of(Object.class);
        }
        return type;
    }

    private static JavaType type(Type type) {
        if (type instanceof Class) {
            Class<?> raw = (Class<?>) type;
            return raw.isArray()
                    ? new JavaType.Array(type(raw.getComponentType()))
                    : raw.isPrimitive() ? new JavaType.Primitive(raw) : JavaType.Parameterized.of(raw);
        }
        if (type instanceof ParameterizedType) {
            Class<?> raw = (Class<?>) ((ParameterizedType) type).getRawType();
            List<Argument> arguments = new ArrayList<>();
            for (Type argument : ((ParameterizedType) type).getActualTypeArguments()) {
                arguments.add(argument(argument));
            }
            return new JavaType.Parameterized(raw.getName(), arguments, raw);
        }
        if (type instanceof GenericArrayType) {
            return new JavaType.Array(type(((GenericArrayType) type).getGenericComponentType()));
        }
        return new JavaType.Variable(((TypeVariable<?>) type).getName());
    }

    private static Argument argument(Type type) {
        if (type instanceof WildcardType) {
            Type[] lower = ((WildcardType) type).getLowerBounds();
            if (lower.length > 0) {
                return new Argument(Argument.Kind.SUPER, type(lower[0]));
            }
            Type upper = ((WildcardType) type).getUpperBounds()[0];
            return upper == Object.class ? Argument.ANY : new Argument(Argument.Kind.EXTENDS, type(upper));
        }
        return exact(type(type));
    }

    private static Argument exact(JavaType type) {
        return new Argument(Argument.Kind.EXACT, type);
    }
}
