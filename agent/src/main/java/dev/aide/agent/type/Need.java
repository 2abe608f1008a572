package dev.aide.agent.type;

import java.util.HashSet;
import java.util.Set;

/** What it takes to check a value against a type, told from the declaration alone, before anything is loaded. */
public enum Need {
    /** The JVM proves all that the type says. */
    NOTHING,
    /** The value is enough. */
    VALUE,
    /** The receiver's class says what a type variable stands for. */
    RECEIVER;

    /** Answers for names only, since asking would load classes. */
    public interface KnownClasses {
        /** Tells whether a binary name is known to be a class and no interface. */
        boolean isClass(String name);
    }

    /**
     * Says what a check of a parameter or result takes.
     *
     * @param hasReceiver whether the check would be given a receiver whose class may bind type variables
     */
    public static Need of(JavaType type, TypeVariables variables, boolean hasReceiver, KnownClasses known) {
        if (hasReceiver && variables.dependsOnReceiver(type)) {
            return RECEIVER;
        }
        return isChecked(type, variables, known, new HashSet<String>()) ? VALUE : NOTHING;
    }

    private static boolean isChecked(JavaType type, TypeVariables variables, KnownClasses known, Set<String> within) {
        if (type instanceof ClassType) {
            ClassType parameterized = (ClassType) type;
            return !known.isClass(parameterized.name) || constrains(parameterized);
        }
        if (type instanceof ArrayType) {
            JavaType element = ((ArrayType) type).component;
            while (element instanceof ArrayType) {
                element = ((ArrayType) element).component;
            }
            return isChecked(element, variables, known, within);
        }
        if (type instanceof VariableType && within.add(((VariableType) type).name)) {
            for (JavaType bound : variables.bounds(((VariableType) type).name)) {
                if (isChecked(bound, variables, known, within)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean constrains(ClassType type) {
        for (TypeArgument argument : type.arguments) {
            if (argument.constrains()) {
                return true;
            }
        }
        return false;
    }
}
