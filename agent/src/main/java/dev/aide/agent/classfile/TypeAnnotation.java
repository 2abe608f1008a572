package dev.aide.agent.classfile;

/** An annotation of a type or of a part of it (JVMS 4.7.20); immutable. */
public final class TypeAnnotation {
    /** What kind of type is annotated: those of target_type that speak of a method's or a field's own type. */
    public enum Target {
        FIELD,
        RESULT,
        PARAMETER,
        /** The bound of a type variable that the class or the method declares. */
        BOUND
    }

    private final Target target;
    private final int parameter;
    private final int bound;
    private final String path;
    private final Annotation annotation;

    TypeAnnotation(Target target, int parameter, int bound, String path, Annotation annotation) {
        this.target = target;
        this.parameter = parameter;
        this.bound = bound;
        this.path = path;
        this.annotation = annotation;
    }

    public Target target() {
        return target;
    }

    /** Returns the index of the parameter, or of the type variable whose bound it is. */
    public int parameter() {
        return parameter;
    }

    /** Returns which of the bounds it is: 0 is the class bound, interfaces count from 1. */
    public int bound() {
        return bound;
    }

    /**
     * Returns the way from the whole type to the annotated part (JVMS 4.7.20.2): {@code [} into an array, {@code .} into
     * a nested type, {@code *} to a wildcard's bound, {@code 0;} and so on into a type argument.
     */
    public String path() {
        return path;
    }

    public Annotation annotation() {
        return annotation;
    }

    /** Returns the same annotation, of a parameter's type. */
    public TypeAnnotation onParameter(int index) {
        return new TypeAnnotation(Target.PARAMETER, index, 0, path, annotation);
    }
}
