package dev.aide.agent.weave;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.Surroundings;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.MethodSignature;
import dev.aide.agent.type.TypeVariables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The type variables that the declarations in a class may mention: its own, and for an inner class those of the classes
 * around it, whose class files are read when one is mentioned. For use by one thread.
 */
final class VariablesInScope {
    private static final int MOST_NESTED = 64;
    private static final MethodSignature NO_METHOD = MethodSignature.parse("()V");

    private final ClassFile file;
    private final Surroundings surroundings;
    private final boolean isInner;
    private String all;

    VariablesInScope(ClassFile file, Surroundings surroundings) {
        this.file = file;
        this.surroundings = surroundings;
        this.isInner = file.isInner();
    }

    /** Returns a class signature that declares the variables of the class which a method's types mention. */
    String of(MethodSignature method) {
        List<JavaType> types = new ArrayList<>(method.parameters());
        types.add(method.result());
        return of(method, types);
    }

    /** Returns a class signature that declares the variables which a field's type mentions. */
    String of(JavaType field) {
        return of(NO_METHOD, Collections.singletonList(field));
    }

    private String of(MethodSignature method, List<JavaType> types) {
        if (!isInner) {
            return file.signature();
        }
        TypeVariables own = TypeVariables.of(method, file.signature());
        for (JavaType type : types) {
            if (!own.declareAllOf(type)) {
                return all();
            }
        }
        return file.signature();
    }

    /** A local class ends the way out: what it mentions may be its method's. */
    private String all() {
        if (all == null) {
            List<String> signatures = new ArrayList<>();
            signatures.add(file.signature());
            ClassFile inner = file;
            for (int step = 0; inner != null && inner.isInner() && step < MOST_NESTED; step++) {
                inner = surroundings.find(inner.enclosingClass());
                if (inner != null) {
                    signatures.add(inner.signature());
                }
            }
            all = TypeVariables.declaredBy(signatures);
        }
        return all;
    }
}
