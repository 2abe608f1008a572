package dev.aide.agent.nulls;

import dev.aide.agent.classfile.Alignment;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.NullMarking;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Decides for each part of a method's types whether null is excluded: what is said of it first, then the defaults. */
final class Decisions implements NullMarking.Decision {
    /** Whose whole point is to stand in for null. */
    private static final Set<String> OPTIONALS = new HashSet<>(Arrays.asList(
            "java.util.Optional",
            "java.util.OptionalInt",
            "java.util.OptionalLong",
            "java.util.OptionalDouble",
            "com.google.common.base.Optional"));

    private final MethodInfo method;
    private final Alignment alignment;
    private final SaidOfParts said;
    private final NullDefaults defaults;
    private final VariableBounds bounds;

    Decisions(MethodInfo method, Alignment alignment, SaidOfParts said, NullDefaults defaults, VariableBounds bounds) {
        this.method = method;
        this.alignment = alignment;
        this.said = said;
        this.defaults = defaults;
        this.bounds = bounds;
    }

    @Override
    public boolean excludesNull(int parameter, String path, String variable) {
        Nullness explicit = said.of(parameter, path);
        if (explicit != Nullness.UNSPECIFIED) {
            return explicit == Nullness.NON_NULL;
        }
        // a local class is given what it captures, which may be the last of its constructor's parameters
        if (isAddedByCompiler(parameter)) {
            return false;
        }
        if (path.isEmpty() && isAlwaysThere(parameter)) {
            return true;
        }
        if (!isDefault(parameter, path)) {
            return false;
        }
        if (variable == null || defaults.ofVariables() == NullDefaults.Variables.AS_ANY) {
            return true;
        }
        return defaults.ofVariables() == NullDefaults.Variables.BY_BOUND && bounds.excludesNull(variable);
    }

    private boolean isDefault(int parameter, String path) {
        if (!path.isEmpty()) {
            return path.endsWith("[") ? defaults.ofComponents() : defaults.ofArguments();
        }
        if (parameter == NullMarking.RESULT) {
            return defaults.ofResults();
        }
        return defaults.ofParameters() && !method.id().equals("equals(Ljava/lang/Object;)Z");
    }

    private boolean isAddedByCompiler(int parameter) {
        return parameter != NullMarking.RESULT && (!alignment.isSourceKnown() || alignment.isAdded(parameter));
    }

    /** An Optional, and the array that a call with variable arguments makes. */
    private boolean isAlwaysThere(int parameter) {
        if (parameter == NullMarking.RESULT) {
            return isOptional(alignment.signature().result());
        }
        List<JavaType> parameters = alignment.signature().parameters();
        boolean isVarargs = method.is(ClassFile.VARARGS) && parameter == parameters.size() - 1;
        return isVarargs || isOptional(parameters.get(parameter));
    }

    private static boolean isOptional(JavaType type) {
        return OPTIONALS.contains(type.rawName());
    }
}
