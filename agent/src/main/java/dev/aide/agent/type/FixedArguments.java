package dev.aide.agent.type;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Whether the type arguments that a value's class fixes can be those declared. Wrong only where both erasures are
 * provably disjoint (JLS 5.5.1); raw or unknown is accepted.
 */
final class FixedArguments {
    /** Scala's types below all others: its empty list, a {@code List[Nothing]}, is a list of anything. */
    private static final List<String> BOTTOMS = Arrays.asList("scala.runtime.Nothing$", "scala.runtime.Null$");

    /** Knows the erasures of the declared arguments, which are loaded only when a value asks for them. */
    interface Declared {
        /** Returns the erasures in order; null where anything goes. */
        Class<?>[] erasures();
    }

    private final Class<?> raw;
    private final Declared declared;
    private final ClassValue<Boolean> accepted = new ClassValue<Boolean>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return isAccepted(type);
        }
    };

    FixedArguments(Class<?> raw, Declared declared) {
        this.raw = raw;
        this.declared = declared;
    }

    boolean accepts(Class<?> type) {
        return accepted.get(type);
    }

    /** Returns a class with what it makes of the declared one: {@code RowToUser (Function<Row, User>)}. */
    String describe(Class<?> type) {
        StringBuilder text = new StringBuilder(type.getName())
                .append(" (a ")
                .append(raw.getSimpleName())
                .append('<');
        Map<String, TypeArgument> fixed = ReflectedTypes.fixedBy(type, raw);
        for (int i = 0; i < raw.getTypeParameters().length; i++) {
            TypeArgument argument = fixed.get(raw.getTypeParameters()[i].getName());
            text.append(i == 0 ? "" : ", ").append(argument.bound == null ? "?" : argument.bound.simple());
        }
        return text.append(">)").toString();
    }

    private boolean isAccepted(Class<?> type) {
        Map<String, TypeArgument> fixed = ReflectedTypes.fixedBy(type, raw);
        if (fixed == null) {
            return true;
        }
        Class<?>[] erasures = declared.erasures();
        for (int i = 0; i < erasures.length; i++) {
            TypeArgument argument = fixed.get(raw.getTypeParameters()[i].getName());
            Class<?> erasure =
                    argument == null || argument.kind != TypeArgument.Kind.EXACT ? null : erasure(argument.bound);
            if (erasures[i] != null && erasure != null && areDisjoint(erasures[i], erasure)) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> erasure(JavaType type) {
        Class<?> erasure = type instanceof ClassType ? ((ClassType) type).resolved : null;
        return erasure == null || BOTTOMS.contains(erasure.getName()) ? null : erasure;
    }

    static boolean areDisjoint(Class<?> one, Class<?> other) {
        if (one.isAssignableFrom(other) || other.isAssignableFrom(one)) {
            return false;
        }
        if (one.isInterface()) {
            return !other.isInterface() && Modifier.isFinal(other.getModifiers());
        }
        return !other.isInterface() || Modifier.isFinal(one.getModifiers());
    }
}
