package dev.aide.agent.naming;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ClassReader;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** The parameter names of the methods that one class file declares. */
final class DeclaredNames extends ClassVisitor {
    private final Map<String, List<String>> names = new HashMap<>();
    private String superName;
    private String[] interfaces = {};

    private DeclaredNames() {
        super(Opcodes.ASM9);
    }

    /** Reads a class file; from one that is not there or not readable, there is nothing to know. */
    static DeclaredNames read(byte[] classFile) {
        DeclaredNames declared = new DeclaredNames();
        if (classFile != null) {
            try {
                new ClassReader(classFile).accept(declared, ClassReader.SKIP_FRAMES);
            } catch (RuntimeException e) {
                // ASM throws whatever comes up; the callee's defects are none of the caller's
                return new DeclaredNames();
            }
        }
        return declared;
    }

    boolean declares(String method) {
        return names.containsKey(method);
    }

    /** Returns the names of a method's parameters by its name and descriptor, or null. */
    List<String> of(String method) {
        return names.get(method);
    }

    String superName() {
        return superName;
    }

    String[] interfaces() {
        return interfaces;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        this.superName = superName;
        this.interfaces = interfaces;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        final String method = name + descriptor;
        names.put(method, null);
        if ((access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) != 0) {
            return null;
        }
        return new ParameterReader(access, descriptor) {
            @Override
            void found(List<String> parameters) {
                names.put(method, parameters);
            }
        };
    }
}
