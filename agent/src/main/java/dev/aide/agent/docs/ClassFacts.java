package dev.aide.agent.docs;

import java.util.HashSet;
import java.util.Set;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** What a class file says that documentation is found by. */
final class ClassFacts extends ClassVisitor {
    private static final int OUTER_INSTANCE = 1;
    private static final int NAME_AND_ORDINAL = 2;

    private final String name;
    private final Set<String> annotated = new HashSet<>();
    private String sourceFile;
    private int addedByCompiler;

    private ClassFacts(String name) {
        super(Opcodes.ASM9);
        this.name = name;
    }

    /** Reads a class file; of one that cannot be read no more than its name is known. */
    static ClassFacts of(String internalName, byte[] classFile) {
        ClassFacts facts = new ClassFacts(internalName);
        try {
            new ClassReader(classFile).accept(facts, ClassReader.SKIP_CODE | ClassReader.SKIP_FRAMES);
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            return new ClassFacts(internalName);
        }
        return facts;
    }

    String internalName() {
        return name;
    }

    String binaryName() {
        return name.replace('/', '.');
    }

    /** Returns the path of the file that the class was compiled from, below its source folder. */
    String sourcePath() {
        String packagePath = name.substring(0, name.lastIndexOf('/') + 1);
        if (sourceFile != null && sourceFile.endsWith(".java")) {
            return packagePath + sourceFile;
        }
        int nested = name.indexOf('$', packagePath.length() + 1);
        return (nested < 0 ? name : name.substring(0, nested)) + ".java";
    }

    boolean isAnnotated(String methodName, String descriptor) {
        return annotated.contains(methodName + descriptor);
    }

    /** Returns the method's parameter types as its source has them. */
    ErasedTypes parameterTypes(String methodName, String descriptor) {
        ErasedTypes types = ErasedTypes.of(descriptor);
        return methodName.equals("<init>") ? types.without(addedByCompiler) : types;
    }

    @Override
    public void visit(int version, int access, String className, String signature, String superName, String[] types) {
        if ((access & Opcodes.ACC_ENUM) != 0) {
            addedByCompiler = NAME_AND_ORDINAL;
        }
    }

    @Override
    public void visitSource(String file, String debug) {
        sourceFile = file;
    }

    @Override
    public void visitInnerClass(String inner, String outer, String simpleName, int access) {
        if (inner.equals(name) && outer != null && (access & Opcodes.ACC_STATIC) == 0) {
            addedByCompiler = OUTER_INSTANCE;
        }
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String method, String descriptor, String signature, String[] exceptions) {
        return new MethodVisitor(Opcodes.ASM9) {
            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean visible) {
                return DocAnnotation.reader(type, annotated, method + descriptor);
            }
        };
    }
}
