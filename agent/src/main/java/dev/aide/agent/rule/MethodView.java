package dev.aide.agent.rule;

import dev.aide.agent.classfile.Alignment;
import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** A method as a rule sees it that judges by the class file alone; immutable. */
final class MethodView {
    private final ClassFile file;
    private final MethodInfo method;
    private final Alignment alignment;
    private final List<Parameter> parameters;

    private MethodView(ClassFile file, MethodInfo method, Alignment alignment) {
        this.file = file;
        this.method = method;
        this.alignment = alignment;
        this.parameters = Collections.unmodifiableList(sourceParameters(alignment));
    }

    /** Returns the view, or null where it cannot be told which parameters the source has. */
    static MethodView of(ClassFile file, MethodInfo method) {
        Alignment alignment = Alignment.of(file, method, MethodSignature.parse(method.descriptor()));
        return alignment == null || !alignment.isSourceKnown() ? null : new MethodView(file, method, alignment);
    }

    ClassFile file() {
        return file;
    }

    MethodInfo method() {
        return method;
    }

    /** Returns the binary name of the class. */
    String className() {
        return file.name().replace('/', '.');
    }

    /** Returns the method's name and descriptor. */
    String id() {
        return method.id();
    }

    /** Returns the method in a reader's words. */
    String text() {
        return MethodWords.of(className(), method.name(), alignment.signature(), alignment.names(), isVarargs());
    }

    boolean isVarargs() {
        return method.is(ClassFile.VARARGS);
    }

    /** Returns the declared types, those of parameters that the compiler added included. */
    MethodSignature signature() {
        return alignment.signature();
    }

    /** Returns the parameters that the source has: no receiver, nothing that the compiler added. */
    List<Parameter> parameters() {
        return parameters;
    }

    private static List<Parameter> sourceParameters(Alignment alignment) {
        List<Parameter> parameters = new ArrayList<>();
        List<JavaType> types = alignment.signature().parameters();
        List<String> names = alignment.names();
        for (int i = 0; i < types.size(); i++) {
            if (!alignment.isAdded(i) && !CompilerMade.isMarked(names.get(i))) {
                parameters.add(new Parameter(names.get(i), types.get(i), Silenced.by(alignment.annotations(i))));
            }
        }
        return parameters;
    }

    /** A parameter that the source has; immutable. */
    static final class Parameter {
        private final String name;
        private final JavaType type;
        private final Silenced silenced;

        Parameter(String name, JavaType type, Silenced silenced) {
            this.name = name;
            this.type = type;
            this.silenced = silenced;
        }

        /** Returns the name, or an empty text where the class file has none. */
        String name() {
            return name;
        }

        JavaType type() {
            return type;
        }

        /** Tells whether the parameter itself is taken out of a rule. */
        boolean isSilenced(Rule rule) {
            return silenced.covers(rule);
        }
    }
}
