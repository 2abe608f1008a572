package dev.aide.agent.docs;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.classfile.MethodInfo;
import java.util.HashSet;
import java.util.Set;

/** What a class file says that documentation is found by; immutable. */
final class ClassFacts {
    private static final int OUTER_INSTANCE = 1;
    private static final int NAME_AND_ORDINAL = 2;

    private final ClassFile file;
    private final Set<String> annotated = new HashSet<>();

    ClassFacts(ClassFile file) {
        this.file = file;
        for (MethodInfo method : file.methods()) {
            if (DocAnnotation.isAmong(method.annotations())) {
                annotated.add(method.id());
            }
        }
    }

    String internalName() {
        return file.name();
    }

    String binaryName() {
        return file.name().replace('/', '.');
    }

    /** Returns the path of the file that the class was compiled from, below its source folder. */
    String sourcePath() {
        if (file.sourceFile().endsWith(".java")) {
            return file.sourcePath();
        }
        String name = file.name();
        int nested = name.indexOf('$', name.lastIndexOf('/') + 2);
        return (nested < 0 ? name : name.substring(0, nested)) + ".java";
    }

    boolean isAnnotated(String methodName, String descriptor) {
        return annotated.contains(methodName + descriptor);
    }

    /** Returns the method's parameter types as its source has them. */
    ErasedTypes parameterTypes(String methodName, String descriptor) {
        ErasedTypes types = ErasedTypes.of(descriptor);
        return methodName.equals("<init>") ? types.without(addedByCompiler()) : types;
    }

    private int addedByCompiler() {
        return file.isEnum() ? NAME_AND_ORDINAL : file.isInner() ? OUTER_INSTANCE : 0;
    }
}
