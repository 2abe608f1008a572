package dev.aide.agent.docs;

import dev.aide.agent.type.MalformedSignature;
import dev.aide.agent.type.TypeVariables;
import java.util.List;

/** A method as its class file declares it; immutable. */
public final class DeclaredMethod {
    private final String owner;
    private final String descriptor;
    private final String signature;
    private final List<String> parameterNames;
    private final List<String> exceptions;

    /**
     * Takes what a class file says of a method.
     *
     * @param owner the internal name of its class
     * @param descriptor the descriptor (JVMS 4.3.3)
     * @param signature the generic signature (JVMS 4.7.9.1), or null
     * @param parameterNames the names of its source parameters, or null where the class file has none
     * @param exceptions the internal names of the exceptions it declares
     */
    public DeclaredMethod(
            String owner, String descriptor, String signature, List<String> parameterNames, List<String> exceptions) {
        this.owner = owner;
        this.descriptor = descriptor;
        this.signature = signature;
        this.parameterNames = parameterNames;
        this.exceptions = exceptions;
    }

    String owner() {
        return owner;
    }

    boolean returnsNothing() {
        return descriptor.endsWith(")V");
    }

    /** Returns null where they are not known. */
    List<String> parameterNames() {
        return parameterNames;
    }

    /** Returns null where they are not known: obfuscators leave malformed signatures behind. */
    List<String> typeParameterNames() {
        try {
            return TypeVariables.names(signature == null ? "" : signature);
        } catch (MalformedSignature e) {
            return null;
        }
    }

    List<String> exceptions() {
        return exceptions;
    }
}
