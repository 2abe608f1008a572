package dev.aide.agent.nulls;

import dev.aide.agent.classfile.Annotation;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Surroundings;
import java.util.Collections;
import java.util.List;

/** What a module, a package, a class or a method says of the places in it that carry no annotation; immutable. */
final class NullDefaults {
    /** What a default says of a place whose type is a type variable. */
    enum Variables {
        /** The same as of any other. */
        AS_ANY,
        /** What its bound says (JSpecify: {@code T extends @Nullable Object} lets null in, {@code T} does not). */
        BY_BOUND,
        /** Nothing. */
        UNSPECIFIED
    }

    static final NullDefaults NONE = new NullDefaults(false, false, false, false, Variables.UNSPECIFIED);
    /** {@code aide.nulls.default=nonnull}; arrays are left out, since a new one is full of nulls. */
    static final NullDefaults ALL = new NullDefaults(true, true, true, false, Variables.UNSPECIFIED);

    private static final NullDefaults MARKED = new NullDefaults(true, true, true, true, Variables.BY_BOUND);

    private final boolean parameters;
    private final boolean results;
    private final boolean arguments;
    private final boolean components;
    private final Variables variables;

    private NullDefaults(
            boolean parameters, boolean results, boolean arguments, boolean components, Variables variables) {
        this.parameters = parameters;
        this.results = results;
        this.arguments = arguments;
        this.components = components;
        this.variables = variables;
    }

    /** Tells whether null is excluded from parameters. */
    boolean ofParameters() {
        return parameters;
    }

    /** Tells whether null is excluded from results. */
    boolean ofResults() {
        return results;
    }

    /** Tells whether null is excluded from type arguments. */
    boolean ofArguments() {
        return arguments;
    }

    /** Tells whether null is excluded from the components of arrays. */
    boolean ofComponents() {
        return components;
    }

    Variables ofVariables() {
        return variables;
    }

    /** Tells whether they are JSR-305's, which leave a method that overrides another to what that one says. */
    boolean areInherited() {
        return variables == Variables.AS_ANY;
    }

    /** Returns what holds within a declaration that has these annotations. */
    NullDefaults within(List<Annotation> annotations, Surroundings surroundings) {
        NullDefaults inner = this;
        for (Annotation annotation : annotations) {
            inner = inner.with(annotation, surroundings);
        }
        return inner;
    }

    private NullDefaults with(Annotation annotation, Surroundings surroundings) {
        switch (annotation.type()) {
            case "org/jspecify/annotations/NullMarked":
                return MARKED;
            case "org/jspecify/annotations/NullUnmarked":
                return NONE;
            case "javax/annotation/ParametersAreNonnullByDefault":
                return with(true, results);
            case "javax/annotation/ParametersAreNullableByDefault":
                return with(false, results);
            case "edu/umd/cs/findbugs/annotations/ReturnValuesAreNonnullByDefault":
                return with(parameters, true);
            case "org/eclipse/jdt/annotation/NonNullByDefault":
                return ofEclipse(annotation);
            case "org/checkerframework/framework/qual/DefaultQualifier":
                return ofChecker(annotation);
            default:
                return ofJsr305(annotation.type(), surroundings);
        }
    }

    private NullDefaults ofEclipse(Annotation annotation) {
        if (annotation.texts("value").contains("false") || annotation.isEmptyArray("value")) {
            return NONE;
        }
        List<String> where = annotation.texts("value");
        if (where.isEmpty() || where.contains("true")) {
            return new NullDefaults(true, true, true, false, Variables.UNSPECIFIED);
        }
        return new NullDefaults(
                where.contains("PARAMETER"),
                where.contains("RETURN_TYPE"),
                where.contains("TYPE_ARGUMENT"),
                where.contains("ARRAY_CONTENTS"),
                Variables.UNSPECIFIED);
    }

    private NullDefaults ofChecker(Annotation annotation) {
        if (!annotation.texts("value").contains("Lorg/checkerframework/checker/nullness/qual/NonNull;")) {
            return this;
        }
        List<String> where = annotation.texts("locations");
        boolean all = where.isEmpty() || where.contains("ALL");
        return new NullDefaults(
                parameters || all || where.contains("PARAMETER"),
                results || all || where.contains("RETURN"),
                arguments,
                components,
                Variables.UNSPECIFIED);
    }

    /** Looks at the annotation's own class file: {@code @Nonnull @TypeQualifierDefault({METHOD, PARAMETER})}. */
    private NullDefaults ofJsr305(String type, Surroundings surroundings) {
        if (type.startsWith("java/lang/") || type.startsWith("kotlin/")) {
            return this;
        }
        ClassFile file = surroundings.find(type);
        if (file == null) {
            return type.equals("org/springframework/lang/NonNullApi") ? with(true, true) : this;
        }
        List<String> where = Collections.emptyList();
        Nullness said = Nullness.UNSPECIFIED;
        for (Annotation own : file.annotations()) {
            if (own.type().equals("javax/annotation/meta/TypeQualifierDefault")) {
                where = own.texts("value");
            } else {
                Nullness each = new NullAnnotations(surroundings).of(own);
                said = each == Nullness.UNSPECIFIED ? said : each;
            }
        }
        if (where.isEmpty() || said == Nullness.UNSPECIFIED) {
            return this;
        }
        boolean excludes = said == Nullness.NON_NULL;
        return with(where.contains("PARAMETER") ? excludes : parameters, where.contains("METHOD") ? excludes : results);
    }

    /** What JSR-305 says of types knows no type variables; a scope around that does know them goes on to decide there. */
    private NullDefaults with(boolean ofParameters, boolean ofResults) {
        Variables ofVariables = parameters || results ? variables : Variables.AS_ANY;
        return new NullDefaults(ofParameters, ofResults, arguments, components, ofVariables);
    }
}
