package dev.aide.agent.docs;

import java.util.Collections;
import java.util.List;

/** The documentation of one class's methods. Immutable. */
public final class ClassDocs {
    private final ClassFacts type;
    private final List<MethodEntry> methods;
    private final MethodDoc ofOthers;
    private final boolean isKnown;

    /** Takes the methods that are known, and what holds for every other one. */
    ClassDocs(ClassFacts type, List<MethodEntry> methods, MethodDoc ofOthers) {
        this(type, methods, ofOthers, true);
    }

    private ClassDocs(ClassFacts type, List<MethodEntry> methods, MethodDoc ofOthers, boolean isKnown) {
        this.type = type;
        this.methods = methods;
        this.ofOthers = ofOthers;
        this.isKnown = isKnown;
    }

    static ClassDocs unknown(ClassFacts type) {
        return new ClassDocs(type, Collections.<MethodEntry>emptyList(), MethodDoc.UNKNOWN, false);
    }

    /** Tells whether a source of documentation has the class: a constructor that it lacks is the compiler's. */
    public boolean isKnown() {
        return isKnown;
    }

    /**
     * Returns what is known of a method that the class declares; never null.
     *
     * @param name the name in the class file, {@code <init>} for a constructor
     * @param descriptor the descriptor in the class file (JVMS 4.3.3)
     */
    public MethodDoc of(String name, String descriptor) {
        if (type.isAnnotated(name, descriptor)) {
            return MethodDoc.ANNOTATED;
        }
        MethodEntry best = bestFit(name, type.parameterTypes(name, descriptor));
        return best == null ? ofOthers : best.doc();
    }

    /** Of overloads that fit equally well, a documented one: nothing is blamed by mistake. */
    private MethodEntry bestFit(String name, ErasedTypes types) {
        MethodEntry best = null;
        int bestFit = -1;
        for (MethodEntry method : methods) {
            int fit = method.name.equals(name) ? types.fit(method.parameterTypes) : -1;
            if (fit > bestFit || (fit >= 0 && fit == bestFit && method.isDocumented())) {
                best = method;
                bestFit = fit;
            }
        }
        return best;
    }
}
