package dev.aide.agent.docs.source;

import java.util.Collections;
import java.util.List;

/** A class, interface, enum, record or annotation type of a source file; immutable. */
public final class SourceType {
    private final String binaryName;
    private final List<SourceMethod> methods;

    SourceType(String binaryName, List<SourceMethod> methods) {
        this.binaryName = binaryName;
        this.methods = Collections.unmodifiableList(methods);
    }

    /** Returns the name as {@link Class#getName()} has it: {@code java.util.Map$Entry}. */
    public String binaryName() {
        return binaryName;
    }

    public List<SourceMethod> methods() {
        return methods;
    }

    static String binaryName(String packageName, String outer, String simpleName) {
        if (outer != null) {
            return outer + '$' + simpleName;
        }
        return packageName.isEmpty() ? simpleName : packageName + '.' + simpleName;
    }
}
