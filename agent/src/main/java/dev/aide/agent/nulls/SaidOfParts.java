package dev.aide.agent.nulls;

import dev.aide.agent.classfile.Alignment;
import dev.aide.agent.classfile.Annotation;
import dev.aide.agent.classfile.TypeAnnotation;
import dev.aide.agent.type.NullMarking;
import java.util.List;

/** What the annotations on a method's parameters, result and their parts say. */
final class SaidOfParts {
    private final NullAnnotations annotations;
    private final Alignment alignment;
    private final List<Annotation> ofMethod;
    private final List<TypeAnnotation> ofTypes;

    SaidOfParts(
            NullAnnotations annotations, Alignment alignment, List<Annotation> ofMethod, List<TypeAnnotation> ofTypes) {
        this.annotations = annotations;
        this.alignment = alignment;
        this.ofMethod = ofMethod;
        this.ofTypes = ofTypes;
    }

    /**
     * Returns what is said of a part.
     *
     * @param parameter the index in the signature, or {@link NullMarking#RESULT}
     * @param path the way to the part, steps into nested types left out
     */
    Nullness of(int parameter, String path) {
        for (TypeAnnotation each : ofTypes) {
            if (isFor(each, parameter)
                    && !isOfLombok(each)
                    && each.path().replace(".", "").equals(path)) {
                Nullness said = annotations.of(each.annotation());
                if (said != Nullness.UNSPECIFIED) {
                    return said;
                }
            }
        }
        return path.isEmpty() ? ofDeclaration(parameter) : Nullness.UNSPECIFIED;
    }

    private Nullness ofDeclaration(int parameter) {
        Nullness said = Nullness.UNSPECIFIED;
        List<Annotation> declared = parameter == NullMarking.RESULT ? ofMethod : alignment.annotations(parameter);
        for (Annotation annotation : declared) {
            Nullness each = annotations.of(annotation);
            // one for declarations and types stands twice before an array, and means the element (JLS 9.7.4); where it
            // lets null in, many mean the array
            if (each == Nullness.NULLABLE
                    || (each == Nullness.NON_NULL && !isOnElement(parameter, annotation.type()))) {
                said = each;
            }
        }
        return said;
    }

    private boolean isOnElement(int parameter, String annotationType) {
        for (TypeAnnotation each : ofTypes) {
            if (isFor(each, parameter)
                    && !isOfLombok(each)
                    && each.path().startsWith("[")
                    && each.annotation().type().equals(annotationType)) {
                return true;
            }
        }
        return false;
    }

    /** Lombok's stands twice there too, and the check that it generates is of the array. */
    private static boolean isOfLombok(TypeAnnotation annotation) {
        return annotation.path().startsWith("[")
                && annotation.annotation().type().equals("lombok/NonNull");
    }

    private boolean isFor(TypeAnnotation annotation, int parameter) {
        if (parameter == NullMarking.RESULT) {
            return annotation.target() == TypeAnnotation.Target.RESULT;
        }
        return annotation.target() == TypeAnnotation.Target.PARAMETER
                && alignment.isSourceKnown()
                && annotation.parameter() == alignment.sourceIndex(parameter);
    }
}
