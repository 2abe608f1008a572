package dev.aide.agent.docs.source;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A method or constructor as its source declares it; immutable. */
public final class SourceMethod {
    /** The name of constructors, as class files have it. */
    static final String CONSTRUCTOR = "<init>";

    private final String name;
    private final String comment;
    private final List<String> typeParameters;
    private final List<String> parameterTypes;
    private final List<String> parameterNames;

    SourceMethod(Builder builder) {
        this.name = builder.name;
        this.comment = builder.comment;
        this.typeParameters = Collections.unmodifiableList(builder.typeParameters);
        this.parameterTypes = Collections.unmodifiableList(builder.parameterTypes);
        this.parameterNames = Collections.unmodifiableList(builder.parameterNames);
    }

    /** Returns the name; {@code <init>} for a constructor. */
    public String name() {
        return name;
    }

    /** Returns the documentation comment without its stars or slashes; null where there is none. */
    public String comment() {
        return comment;
    }

    /** Returns the names of the method's own type parameters. */
    public List<String> typeParameters() {
        return typeParameters;
    }

    /** Returns the erased types of the parameters, as written: {@code int[]}, {@code Map.Entry}. */
    public List<String> parameterTypes() {
        return parameterTypes;
    }

    public List<String> parameterNames() {
        return parameterNames;
    }

    static final class Builder {
        private final String name;
        private final String comment;
        private final List<String> typeParameters;
        private final List<String> parameterTypes = new ArrayList<>();
        private final List<String> parameterNames = new ArrayList<>();

        Builder(String name, String comment, List<String> typeParameters) {
            this.name = name;
            this.comment = comment;
            this.typeParameters = typeParameters;
        }

        void addParameter(String type, String parameterName) {
            parameterTypes.add(type);
            parameterNames.add(parameterName);
        }

        /** Gives a compact constructor the components of its record. */
        void addParametersOf(SourceMethod record) {
            parameterTypes.addAll(record.parameterTypes);
            parameterNames.addAll(record.parameterNames);
        }

        SourceMethod build() {
            return new SourceMethod(this);
        }
    }
}
