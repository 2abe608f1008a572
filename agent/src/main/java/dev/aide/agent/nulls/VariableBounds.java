package dev.aide.agent.nulls;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.classfile.TypeAnnotation;
import dev.aide.agent.type.TypeVariables;
import java.util.List;

/** Whether the bounds of the type variables that a method or its class declares exclude null, as JSpecify has it. */
final class VariableBounds {
    private static final int MOST_STEPS = 16;

    private final NullAnnotations annotations;
    private final Declaration ofMethod;
    private final Declaration ofClass;

    VariableBounds(
            NullAnnotations annotations,
            ClassFile file,
            MethodInfo method,
            NullDefaults inClass,
            NullDefaults inMethod) {
        this.annotations = annotations;
        this.ofMethod = new Declaration(method.signature(), method.typeAnnotations(), inMethod);
        this.ofClass = new Declaration(file.signature(), file.typeAnnotations(), inClass);
    }

    boolean excludesNull(String variable) {
        String name = variable;
        for (int step = 0; step < MOST_STEPS; step++) {
            Declaration declaration = ofMethod.names.contains(name) ? ofMethod : ofClass;
            int index = declaration.names.indexOf(name);
            if (index < 0) {
                return false;
            }
            Nullness said = said(declaration.annotated, index);
            if (said != Nullness.UNSPECIFIED) {
                return said == Nullness.NON_NULL;
            }
            if (declaration.defaults.ofVariables() != NullDefaults.Variables.BY_BOUND) {
                return false;
            }
            String bound = TypeVariables.boundingVariable(declaration.signature, index);
            if (bound == null) {
                return true;
            }
            name = bound;
        }
        return false;
    }

    private Nullness said(List<TypeAnnotation> annotated, int index) {
        for (TypeAnnotation each : annotated) {
            if (each.target() == TypeAnnotation.Target.BOUND
                    && each.parameter() == index
                    && each.path().isEmpty()) {
                Nullness said = annotations.of(each.annotation());
                if (said != Nullness.UNSPECIFIED) {
                    return said;
                }
            }
        }
        return Nullness.UNSPECIFIED;
    }

    /** The type variables that one class or method declares. */
    private static final class Declaration {
        final String signature;
        final List<String> names;
        final List<TypeAnnotation> annotated;
        final NullDefaults defaults;

        Declaration(String signature, List<TypeAnnotation> annotated, NullDefaults defaults) {
            this.signature = signature == null ? "" : signature;
            this.names = TypeVariables.names(this.signature);
            this.annotated = annotated;
            this.defaults = defaults;
        }
    }
}
