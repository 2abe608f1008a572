package dev.aide.agent.type;

import java.util.ArrayList;
import java.util.List;

/** Marks the parts of a method's types that exclude null, by the decision of somebody who knows why. */
public final class NullMarking {
    /** Stands for the result where a parameter's index is asked for. */
    public static final int RESULT = -1;

    /** Says which parts exclude null. */
    public interface Decision {
        /**
         * Decides for one part of a type.
         *
         * @param parameter the index in the signature, or {@link #RESULT}
         * @param path the way to the part as type annotations have it (JVMS 4.7.20.2), steps into nested types left out
         * @param variable the name of the type variable that the part is, or null
         */
        boolean excludesNull(int parameter, String path, String variable);
    }

    private final Decision decision;
    private final int parameter;

    private NullMarking(Decision decision, int parameter) {
        this.decision = decision;
        this.parameter = parameter;
    }

    /** Returns the same signature with its parts marked. */
    public static MethodSignature mark(MethodSignature signature, Decision decision) {
        List<JavaType> parameters = new ArrayList<>();
        for (JavaType parameter : signature.parameters()) {
            parameters.add(new NullMarking(decision, parameters.size()).marked(parameter, ""));
        }
        return signature.with(parameters, new NullMarking(decision, RESULT).marked(signature.result(), ""));
    }

    private JavaType marked(JavaType type, String path) {
        // null is the one value of Void
        if (type instanceof PrimitiveType || type.rawName().equals("java.lang.Void")) {
            return type;
        }
        JavaType marked = type;
        String variable = null;
        if (type instanceof ClassType) {
            marked = withMarkedArguments((ClassType) type, path);
        } else if (type instanceof ArrayType) {
            marked = new ArrayType(marked(((ArrayType) type).component, path + '['));
        } else {
            variable = ((VariableType) type).name;
        }
        return marked.withNonNull(decision.excludesNull(parameter, path, variable));
    }

    private JavaType withMarkedArguments(ClassType type, String path) {
        List<TypeArgument> arguments = new ArrayList<>();
        for (TypeArgument argument : type.arguments) {
            String step = path + arguments.size() + ';';
            if (argument.constrains()) {
                step = argument.kind == TypeArgument.Kind.EXTENDS ? step + '*' : step;
                arguments.add(new TypeArgument(argument.kind, marked(argument.bound, step)));
            } else {
                arguments.add(argument);
            }
        }
        return type.withArguments(arguments);
    }
}
