package dev.aide.agent.type;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * A type as a class file writes it: the JavaTypeSignature of JVMS 4.7.9.1.
 *
 * <p>Immutable. Two texts are given: {@link #toString()} with full names, {@link #simple()} as source code would have it.
 */
public abstract class JavaType {
    /** Stands before a type that excludes null in the signatures that sites carry; no signature of the JVM has it. */
    static final char NON_NULL = '!';

    private static final String NON_NULL_TEXT = "@NonNull ";

    private final boolean nonNull;

    JavaType(boolean nonNull) {
        this.nonNull = nonNull;
    }

    /**
     * Reads a JavaTypeSignature or a field descriptor.
     *
     * @throws MalformedSignature if the text is neither
     */
    public static JavaType parse(String signature) {
        return new SignatureParser(signature).type();
    }

    /** Returns the type's full name without arguments; for an array or a variable its text. */
    public String rawName() {
        return fullName();
    }

    /** Tells whether null is no value of this type. */
    public boolean isNonNull() {
        return nonNull;
    }

    /** Returns this type with null in or out, leaving its parts as they are. */
    public abstract JavaType withNonNull(boolean excludesNull);

    /** Returns this type with null back in, in its parts too. */
    public abstract JavaType withoutNonNull();

    /** Tells whether null is excluded here, or in a part that a check can reach. */
    public boolean excludesNull() {
        return nonNull;
    }

    /** Writes this type in the grammar of JVMS 4.7.9.1, with {@link #NON_NULL} before what excludes null. */
    abstract void write(StringBuilder signature);

    final void writeMark(StringBuilder signature) {
        if (nonNull) {
            signature.append(NON_NULL);
        }
    }

    /** Returns the type with full names; where null is excluded, that is said. */
    @Override
    public final String toString() {
        return nonNull ? NON_NULL_TEXT + fullName() : fullName();
    }

    abstract String fullName();

    /** Returns the type as source code would write it, with simple names: {@code Map.Entry<String, Integer>}. */
    public abstract String simple();

    /** Tells whether the type is, or has in its arguments, one of the named type variables. */
    public abstract boolean mentions(VariableNames names);

    /** Returns how many local variables a value takes: 2 for long and double (JVMS 2.6.1). */
    public int slots() {
        return 1;
    }

    /** Decides which variables {@link #mentions(VariableNames)} is asked for. */
    public interface VariableNames {
        boolean includes(String name);
    }

    static final class Primitive extends JavaType {
        private final Class<?> type;

        Primitive(Class<?> type) {
            super(false);
            this.type = type;
        }

        @Override
        public JavaType withNonNull(boolean excludesNull) {
            return this;
        }

        @Override
        public JavaType withoutNonNull() {
            return this;
        }

        @Override
        void write(StringBuilder signature) {
            signature.append(
                    type == void.class ? "V" : Array.arrayOf(type).getName().substring(1));
        }

        Class<?> type() {
            return type;
        }

        @Override
        public String simple() {
            return type.getName();
        }

        @Override
        public boolean mentions(VariableNames names) {
            return false;
        }

        @Override
        public int slots() {
            return type == long.class || type == double.class ? 2 : 1;
        }

        @Override
        String fullName() {
            return type.getName();
        }
    }

    /** A class or interface with its own type arguments; those of an enclosing type are not kept. */
    static final class Parameterized extends JavaType {
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
        final List<Argument> arguments;
        /** The class where it is known already, as when it came by reflection; else null. */
        final Class<?> resolved;

        Parameterized(String name, List<Argument> arguments, Class<?> resolved) {
            this(name, arguments, resolved, false);
        }

        private Parameterized(String name, List<Argument> arguments, Class<?> resolved, boolean nonNull) {
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
        Parameterized withArguments(List<Argument> others) {
            return new Parameterized(name, others, resolved, isNonNull());
        }

        @Override
        public JavaType withNonNull(boolean excludesNull) {
            return new Parameterized(name, arguments, resolved, excludesNull);
        }

        @Override
        public JavaType withoutNonNull() {
            List<Argument> plain = new ArrayList<>();
            for (Argument argument : arguments) {
                plain.add(
                        argument.bound == null
                                ? argument
                                : new Argument(argument.kind, argument.bound.withoutNonNull()));
            }
            return new Parameterized(name, plain, resolved, false);
        }

        @Override
        public boolean excludesNull() {
            for (Argument argument : arguments) {
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
                for (Argument argument : arguments) {
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
            for (Argument argument : arguments) {
                if (argument.constrains() && !isFinalOrOfFinal(argument.bound)) {
                    return false;
                }
            }
            return name.startsWith("java.util.");
        }

        private static boolean isFinalOrOfFinal(JavaType type) {
            if (!(type instanceof Parameterized)) {
                return false;
            }
            Parameterized parameterized = (Parameterized) type;
            return parameterized.arguments.isEmpty()
                    ? FINAL_CLASSES.contains(parameterized.name)
                    : parameterized.isOfFinalClasses();
        }

        static Parameterized of(Class<?> type) {
            return new Parameterized(type.getName(), Collections.<Argument>emptyList(), type);
        }

        @Override
        public String simple() {
            return text(simpleName(name), true);
        }

        @Override
        public boolean mentions(VariableNames names) {
            for (Argument argument : arguments) {
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

    static final class Variable extends JavaType {
        final String name;

        Variable(String name) {
            this(name, false);
        }

        private Variable(String name, boolean nonNull) {
            super(nonNull);
            this.name = name;
        }

        @Override
        public JavaType withNonNull(boolean excludesNull) {
            return new Variable(name, excludesNull);
        }

        @Override
        public JavaType withoutNonNull() {
            return withNonNull(false);
        }

        @Override
        void write(StringBuilder signature) {
            writeMark(signature);
            signature.append('T').append(name).append(';');
        }

        @Override
        public String simple() {
            return name;
        }

        @Override
        public boolean mentions(VariableNames names) {
            return names.includes(name);
        }

        @Override
        String fullName() {
            return name;
        }
    }

    static final class Array extends JavaType {
        final JavaType component;

        Array(JavaType component) {
            this(component, false);
        }

        private Array(JavaType component, boolean nonNull) {
            super(nonNull);
            this.component = component;
        }

        private static Class<?> arrayOf(Class<?> type) {
            return java.lang.reflect.Array.newInstance(type, 0).getClass();
        }

        @Override
        public JavaType withNonNull(boolean excludesNull) {
            return new Array(component, excludesNull);
        }

        @Override
        public JavaType withoutNonNull() {
            return new Array(component.withoutNonNull());
        }

        @Override
        public boolean excludesNull() {
            return isNonNull() || component.excludesNull();
        }

        @Override
        void write(StringBuilder signature) {
            writeMark(signature);
            signature.append('[');
            component.write(signature);
        }

        @Override
        public String simple() {
            return component.simple() + "[]";
        }

        @Override
        public boolean mentions(VariableNames names) {
            return component.mentions(names);
        }

        @Override
        String fullName() {
            return component + "[]";
        }
    }

    /** A type argument: exact, {@code ? extends}, {@code ? super} or unbounded. */
    static final class Argument {
        enum Kind {
            EXACT,
            EXTENDS,
            SUPER,
            UNBOUNDED
        }

        static final Argument ANY = new Argument(Kind.UNBOUNDED, null);

        final Kind kind;
        /** Null only for {@link Kind#UNBOUNDED}. */
        final JavaType bound;

        Argument(Kind kind, JavaType bound) {
            this.kind = kind;
            this.bound = bound;
        }

        /** Tells whether a value can break this argument: {@code ?} and {@code ? super} take anything. */
        boolean constrains() {
            return kind == Kind.EXACT || kind == Kind.EXTENDS;
        }

        void write(StringBuilder signature) {
            if (bound == null) {
                signature.append('*');
                return;
            }
            if (kind != Kind.EXACT) {
                signature.append(kind == Kind.EXTENDS ? '+' : '-');
            }
            bound.write(signature);
        }

        private String text(boolean simple) {
            if (bound == null) {
                return "?";
            }
            String itself = simple ? bound.simple() : bound.toString();
            return kind == Kind.EXTENDS ? "? extends " + itself : kind == Kind.SUPER ? "? super " + itself : itself;
        }
    }

    /** Returns a binary name without its package, nested classes joined by dots: {@code Map.Entry}. */
    public static String simpleName(String binaryName) {
        return binaryName.substring(binaryName.lastIndexOf('.') + 1).replace('$', '.');
    }
}
