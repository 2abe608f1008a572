package dev.aide.agent.naming;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/** Reads what one method's parameters are called. */
abstract class ParameterReader extends MethodVisitor {
    private final boolean hasReceiver;
    private final boolean isVarargs;
    private final Type[] types;
    private final List<String> declared = new ArrayList<>();
    private final String[] variables;
    private Label entry;

    ParameterReader(int access, String descriptor) {
        super(Opcodes.ASM9);
        this.hasReceiver = (access & Opcodes.ACC_STATIC) == 0;
        this.isVarargs = (access & Opcodes.ACC_VARARGS) != 0;
        this.types = Type.getArgumentTypes(descriptor);
        this.variables = new String[types.length];
    }

    /** Takes the names, if there are any. */
    abstract void found(List<String> names);

    @Override
    public void visitParameter(String name, int access) {
        boolean isWritten = name != null && (access & (Opcodes.ACC_SYNTHETIC | Opcodes.ACC_MANDATED)) == 0;
        declared.add(isWritten ? name : "");
    }

    @Override
    public void visitLabel(Label label) {
        if (entry == null) {
            entry = label;
        }
    }

    @Override
    public void visitLocalVariable(
            String name, String descriptor, String signature, Label start, Label end, int index) {
        int slot = hasReceiver ? 1 : 0;
        for (int i = 0; i < types.length && slot <= index; i++) {
            // a parameter's variable holds from the start; another may use its slot later
            if (slot == index && start == entry) {
                variables[i] = name;
            }
            slot += types[i].getSize();
        }
    }

    @Override
    public void visitEnd() {
        List<String> names = declared.size() == types.length ? declared : Arrays.asList(variables);
        boolean hasAny = false;
        for (int i = 0; i < types.length; i++) {
            String name = names.get(i);
            boolean takesRest = isVarargs && i == types.length - 1;
            boolean isOwn = name != null && !takesRest && name.indexOf('$') < 0;
            names.set(i, isOwn ? name : "");
            hasAny |= isOwn && !name.isEmpty();
        }
        if (hasAny) {
            found(names);
        }
    }
}
