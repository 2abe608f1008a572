package dev.aide.agent.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A class or interface with its own type arguments; those of an enclosing type are not kept. */
final class ClassType extends JavaType {
    private static final Set<String> FINAL_CLASSES = new HashSet<>(Arrays.asList(
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.lang.Double",
            "java.lang.Float",
            "java.lang.Short",
            "java.lang.Byte",
            "java.lang.Character",
            "java.lang.Boolean"));

    final String name;
    final List<TypeArgument> arguments;
    /** The class where it is known already, as when it came by reflection; else null. */
    final Class<?> resolved;

    ClassType(String name, List<TypeArgument> arguments, Class<?> resolved) {
        this(name, arguments, resolved, false);
    }

    private ClassType(String name, List<TypeArgument> arguments, Class<?> resolved, boolean nonNull) {
        super(nonNull);
        this.name = name;
        this.arguments = arguments;
        this.resolved = resolved;
    }

    @Override
    public String rawName() {
        return name;
    }

    /** Returns the class or interface with other type arguments. */
    ClassType withArguments(List<TypeArgument> others) {
        return new ClassType(name, others, resolved, isNonNull());
    }

    @Override
    public boolean agreesWith(JavaType descriptor) {
        return descriptor instanceof ClassType && ((ClassType) descriptor).name.equals(name);
    }

    @Override
    public JavaType withNonNull(boolean excludesNull) {
        return new ClassType(name, arguments, resolved, excludesNull);
    }

    @Override
    public JavaType withoutNonNull() {
        List<TypeArgument> plain = new ArrayList<>();
        for (TypeArgument argument : arguments) {
            plain.add(
                    argument.bound == null
                            ? argument
                            : new TypeArgument(argument.kind, argument.bound.withoutNonNull()));
        }
        return new ClassType(name, plain, resolved, false);
    }

    @Override
    public boolean excludesNull() {
        for (TypeArgument argument : arguments) {
            if (argument.constrains() && argument.bound.excludesNull()) {
                return true;
            }
        }
        return isNonNull();
    }

    @Override
    void write(StringBuilder signature) {
        writeMark(signature);
        signature.append('L').append(name.replace('.', '/'));
        if (!arguments.isEmpty()) {
            signature.append('<');
            for (TypeArgument argument : arguments) {
                argument.write(signature);
            }
            signature.append('>');
        }
        signature.append(';');
    }

    /**
     * Tells whether all its arguments are final classes that every class loader knows as the same, so that a check
     * of it can serve wherever it is declared.
     */
    boolean isOfFinalClasses() {
        for (TypeArgument argument : arguments) {
            if (argument.constrains() && !isFinalOrOfFinal(argument.bound)) {
                return false;
            }
        }
        return name.startsWith("java.util.");
    }

    private static boolean isFinalOrOfFinal(JavaType type) {
        if (!(type instanceof ClassType)) {
            return false;
        }
        ClassType parameterized = (ClassType) type;
        return parameterized.arguments.isEmpty()
                ? FINAL_CLASSES.contains(parameterized.name)
                : parameterized.isOfFinalClasses();
    }

    static ClassType of(Class<?> type) {
        return new ClassType(type.getName(), Collections.<TypeArgument>emptyList(), type);
    }

    @Override
    public String simple() {
        return text(simpleName(name), true);
    }

    @Override
    public boolean mentions(VariableNames names) {
        for (TypeArgument argument : arguments) {
            if (argument.bound != null && argument.bound.mentions(names)) {
                return true;
            }
        }
        return false;
    }

    @Override
    String fullName() {
        return text(name, false);
    }

    private String text(String itself, boolean simple) {
        if (arguments.isEmpty()) {
            return itself;
        }
        StringBuilder text = new StringBuilder(itself).append('<');
        for (int i = 0; i < arguments.size(); i++) {
            text.append(i == 0 ? "" : ", ").append(arguments.get(i).text(simple));
        }
        return text.append('>').toString();
    }
}
