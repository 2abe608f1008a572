package dev.aide.agent.naming;

import java.util.List;
import net.bytebuddy.jar.asm.AnnotationVisitor;
import net.bytebuddy.jar.asm.ClassVisitor;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;

/** Looks through the methods of one class that a person wrote. */
final class CallingClass extends ClassVisitor {
    private final ParameterNames callees;
    private final List<Swap> swaps;
    private String name;
    private boolean isSkipped;

    CallingClass(ParameterNames callees, List<Swap> swaps) {
        super(Opcodes.ASM9);
        this.callees = callees;
        this.swaps = swaps;
    }

    @Override
    public void visit(int version, int access, String name, String signature, String superName, String[] interfaces) {
        isSkipped = (access & Opcodes.ACC_SYNTHETIC) != 0 || Intended.turns(name.substring(name.lastIndexOf('/') + 1));
        this.name = name;
    }

    @Override
    public AnnotationVisitor visitAnnotation(String descriptor, boolean isVisible) {
        isSkipped |= isNamedGenerated(descriptor);
        return null;
    }

    @Override
    public MethodVisitor visitMethod(
            int access, String name, String descriptor, String signature, String[] exceptions) {
        boolean isWritten = (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_BRIDGE)) == 0 || name.startsWith("lambda$");
        if (isSkipped || !isWritten || Intended.turns(name) || Intended.isSymmetric(name)) {
            return null;
        }
        final String method = name + descriptor;
        return new ArgumentNames(access) {
            private boolean isGenerated;

            @Override
            public AnnotationVisitor visitAnnotation(String type, boolean isVisible) {
                isGenerated |= isNamedGenerated(type);
                return null;
            }

            @Override
            void found(List<Call> calls) {
                if (!isGenerated) {
                    look(method, calls);
                }
            }
        };
    }

    private static boolean isNamedGenerated(String annotation) {
        int start = Math.max(annotation.lastIndexOf('/'), annotation.lastIndexOf('$'));
        return annotation.substring(Math.max(start, 0) + 1).equals("Generated;");
    }

    private void look(String method, List<Call> calls) {
        for (Call call : calls) {
            boolean isRecursive = method.equals(call.name + call.descriptor) && call.owner.equals(name);
            if (isRecursive || Intended.turns(call)) {
                continue;
            }
            List<String> parameters = callees.of(call.owner, call.name, call.descriptor);
            int[] order = parameters == null ? null : BetterOrder.of(call, parameters);
            if (order != null && !Intended.needsBoth(call, order, calls)) {
                swaps.add(new Swap(method, call, parameters, order));
            }
        }
    }
}
