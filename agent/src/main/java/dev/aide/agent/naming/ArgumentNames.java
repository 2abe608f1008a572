package dev.aide.agent.naming;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.ConstantDynamic;
import net.bytebuddy.jar.asm.Handle;
import net.bytebuddy.jar.asm.Label;
import net.bytebuddy.jar.asm.MethodVisitor;
import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * Runs a method's code on names instead of values, once from top to bottom, to learn what each call's arguments are called.
 * Where ways through the code meet, a value keeps its name only if it is the same one on each.
 */
abstract class ArgumentNames extends MethodVisitor {
    private final List<Call> calls = new ArrayList<>();
    private final LocalVariables variables = new LocalVariables();
    private final Map<Label, OperandStack> arriving = new HashMap<>();
    private final boolean hasReceiver;
    private OperandStack stack = new OperandStack();
    private boolean isReached = true;
    private int position;
    private int called;
    private int line;

    ArgumentNames(int access) {
        super(Opcodes.ASM9);
        this.hasReceiver = (access & Opcodes.ACC_STATIC) == 0;
    }

    /** Takes the calls with two arguments or more, in the order of the code. */
    abstract void found(List<Call> calls);

    @Override
    public void visitTryCatchBlock(Label start, Label end, Label handler, String type) {
        OperandStack thrown = new OperandStack();
        thrown.replace(0, 1);
        arriving.put(handler, thrown);
    }

    @Override
    public void visitLabel(Label label) {
        variables.label(label, position);
        OperandStack other = arriving.get(label);
        if (!isReached) {
            // a label that only later code jumps to stands at a statement: nothing is on the stack
            stack = other == null ? new OperandStack() : other.copy();
        } else if (other != null) {
            stack.merge(other);
        }
        isReached = true;
    }

    @Override
    public void visitLineNumber(int number, Label start) {
        line = number;
    }

    @Override
    public void visitInsn(int opcode) {
        position++;
        PlainInstruction.run(opcode, stack);
        if ((opcode >= Opcodes.IRETURN && opcode <= Opcodes.RETURN) || opcode == Opcodes.ATHROW) {
            isReached = false;
        }
    }

    @Override
    public void visitIntInsn(int opcode, int operand) {
        position++;
        stack.replace(opcode == Opcodes.NEWARRAY ? 1 : 0, 1);
    }

    @Override
    public void visitVarInsn(int opcode, int variable) {
        position++;
        switch (opcode) {
            case Opcodes.ILOAD:
            case Opcodes.FLOAD:
            case Opcodes.ALOAD:
                stack.push(Operand.local(variable, position), 1);
                break;
            case Opcodes.LLOAD:
            case Opcodes.DLOAD:
                stack.push(Operand.local(variable, position), 2);
                break;
            case Opcodes.LSTORE:
            case Opcodes.DSTORE:
                stack.pop(2);
                break;
            case Opcodes.RET:
                isReached = false;
                break;
            default:
                stack.pop(1);
        }
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
        position++;
        if (opcode == Opcodes.CHECKCAST) {
            stack.push(stack.pop(1).as(Type.getObjectType(type).getDescriptor()), 1);
        } else {
            stack.replace(opcode == Opcodes.NEW ? 0 : 1, 1);
        }
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
        position++;
        int size = Type.getType(descriptor).getSize();
        if (opcode == Opcodes.PUTFIELD || opcode == Opcodes.PUTSTATIC) {
            stack.pop(size);
        }
        boolean isStatic = opcode == Opcodes.PUTSTATIC || opcode == Opcodes.GETSTATIC;
        Operand holder = isStatic ? null : holder(stack.pop(1));
        if (opcode == Opcodes.GETFIELD || opcode == Opcodes.GETSTATIC) {
            stack.push(Operand.member(Names.ofField(name), descriptor, holder), size);
        }
    }

    @Override
    public void visitMethodInsn(int opcode, String owner, String name, String descriptor, boolean isInterface) {
        position++;
        List<Operand> arguments = popArguments(descriptor);
        Operand receiver = opcode == Opcodes.INVOKESTATIC ? null : stack.pop(1);
        if (arguments.size() > 1) {
            calls.add(new Call(called, line, owner, name, descriptor, arguments));
        }
        called++;
        Type result = Type.getReturnType(descriptor);
        if (result.getSize() > 0) {
            Operand same = SameValue.of(owner, name, receiver, arguments);
            String accessed = arguments.isEmpty() ? Names.ofAccessor(name) : "";
            Operand returned = same == null
                    ? Operand.member(accessed, result.getDescriptor(), holder(receiver))
                    : same.as(result.getDescriptor());
            stack.push(returned, result.getSize());
        }
    }

    @Override
    public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... constants) {
        position++;
        popArguments(descriptor);
        stack.replace(0, Type.getReturnType(descriptor).getSize());
    }

    @Override
    public void visitJumpInsn(int opcode, Label label) {
        position++;
        if (opcode == Opcodes.JSR) {
            stack.replace(0, 1);
            arrive(label);
            stack.pop(1);
            return;
        }
        if (opcode != Opcodes.GOTO) {
            boolean compares = opcode >= Opcodes.IF_ICMPEQ && opcode <= Opcodes.IF_ACMPNE;
            stack.replace(compares ? 2 : 1, 0);
        }
        arrive(label);
        isReached = opcode != Opcodes.GOTO;
    }

    @Override
    public void visitTableSwitchInsn(int min, int max, Label others, Label... labels) {
        choose(others, labels);
    }

    @Override
    public void visitLookupSwitchInsn(Label others, int[] keys, Label[] labels) {
        choose(others, labels);
    }

    @Override
    public void visitLdcInsn(Object value) {
        position++;
        boolean isWide = value instanceof Long
                || value instanceof Double
                || (value instanceof ConstantDynamic && ((ConstantDynamic) value).getSize() == 2);
        stack.replace(0, isWide ? 2 : 1);
    }

    @Override
    public void visitIincInsn(int variable, int increment) {
        position++;
    }

    @Override
    public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
        position++;
        stack.replace(dimensions, 1);
    }

    @Override
    public void visitLocalVariable(
            String name, String descriptor, String signature, Label start, Label end, int index) {
        variables.add(name, descriptor, start, end, index);
    }

    @Override
    public void visitEnd() {
        List<Call> resolved = new ArrayList<>(calls.size());
        for (Call call : calls) {
            resolved.add(call.resolved(variables));
        }
        found(resolved);
    }

    /** What belongs to this object is as near as a local variable. */
    private Operand holder(Operand receiver) {
        boolean isThis = hasReceiver && receiver != null && receiver.slot == 0;
        return isThis ? null : receiver;
    }

    private List<Operand> popArguments(String descriptor) {
        Type[] types = Type.getArgumentTypes(descriptor);
        List<Operand> arguments = new ArrayList<>(types.length);
        for (int i = types.length - 1; i >= 0; i--) {
            arguments.add(stack.pop(types[i].getSize()));
        }
        Collections.reverse(arguments);
        return arguments;
    }

    private void choose(Label others, Label[] labels) {
        position++;
        stack.pop(1);
        arrive(others);
        for (Label label : labels) {
            arrive(label);
        }
        isReached = false;
    }

    private void arrive(Label label) {
        OperandStack other = arriving.get(label);
        if (other == null) {
            arriving.put(label, stack.copy());
        } else {
            other.merge(stack);
        }
    }
}
