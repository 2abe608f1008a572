package dev.aide.agent.rule;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Language;
import dev.aide.agent.classfile.MethodInfo;

/** What compilers add to a class, or make of what its source has; immutable. */
final class CompilerMade {
    private static final String GROOVY_CLOSURE = "org/codehaus/groovy/runtime/GeneratedClosure";
    private static final String GROOVY_LAMBDA = "org/codehaus/groovy/runtime/GeneratedLambda";

    private final ClassFile file;
    private final Language language;

    CompilerMade(ClassFile file) {
        this.file = file;
        this.language = Language.of(file);
    }

    /** Tells whether no source declares a method as the class file has it. */
    boolean includes(MethodInfo method) {
        return method.is(ClassFile.SYNTHETIC | ClassFile.BRIDGE)
                || method.name().equals("<clinit>")
                || isMarked(method.name())
                || isOfEnum(method)
                // its parameters are those of the superclass's
                || (method.isConstructor() && file.isAnonymous())
                || isCopy(method)
                || isApply(method)
                // it forwards to the one of the companion object
                || (language == Language.SCALA && method.is(ClassFile.STATIC))
                || file.interfaces().contains(GROOVY_CLOSURE)
                || file.interfaces().contains(GROOVY_LAMBDA);
    }

    /** Names with a dollar sign are for compilers (JLS 3.8): default arguments, local functions, lambdas, setters of Scala. */
    static boolean isMarked(String name) {
        return name.indexOf('$') >= 0;
    }

    private boolean isOfEnum(MethodInfo method) {
        return file.isEnum()
                && method.is(ClassFile.STATIC)
                && (method.id().startsWith("values()[") || method.id().startsWith("valueOf(Ljava/lang/String;)"));
    }

    /** The {@code apply} of a case class's companion takes what its constructor takes; it has an {@code unapply} beside it. */
    private boolean isApply(MethodInfo method) {
        if (language != Language.SCALA || !method.name().equals("apply") || !isMarked(file.name())) {
            return false;
        }
        String made = "L" + file.name().substring(0, file.name().length() - 1) + ";";
        for (MethodInfo other : file.methods()) {
            if (other.name().equals("unapply") && other.descriptor().startsWith("(" + made + ")")) {
                return method.descriptor().endsWith(")" + made);
            }
        }
        return false;
    }

    /** The {@code copy} of a Kotlin data class, or of a Scala case class, takes what its constructor takes. */
    private boolean isCopy(MethodInfo method) {
        if (!method.name().equals("copy") || (language != Language.KOTLIN && language != Language.SCALA)) {
            return false;
        }
        String parameters = method.descriptor().substring(0, method.descriptor().indexOf(')') + 1);
        for (MethodInfo other : file.methods()) {
            if (other.isConstructor() && other.descriptor().startsWith(parameters)) {
                return true;
            }
        }
        return false;
    }
}
