package dev.aide.agent.naming;

import net.bytebuddy.jar.asm.Opcodes;

/** What the instructions without operands of their own do to the stack (JVMS 6.5). */
final class PlainInstruction {
    /** What I2L and those after it convert to. */
    private static final String CONVERTED = "JFDIFDIJDIJFBCS";

    private PlainInstruction() {}

    static void run(int opcode, OperandStack stack) {
        if (opcode <= Opcodes.DCONST_1) {
            stack.replace(0, opcode == Opcodes.NOP ? 0 : isWideConstant(opcode) ? 2 : 1);
        } else if (opcode <= Opcodes.SALOAD) {
            stack.replace(2, opcode == Opcodes.LALOAD || opcode == Opcodes.DALOAD ? 2 : 1);
        } else if (opcode <= Opcodes.SASTORE) {
            stack.replace(opcode == Opcodes.LASTORE || opcode == Opcodes.DASTORE ? 4 : 3, 0);
        } else if (opcode <= Opcodes.SWAP) {
            move(opcode, stack);
        } else if (opcode <= Opcodes.LXOR) {
            calculate(opcode, stack);
        } else if (opcode <= Opcodes.I2S) {
            convert(opcode, stack);
        } else if (opcode <= Opcodes.DCMPG) {
            stack.replace(opcode == Opcodes.FCMPL || opcode == Opcodes.FCMPG ? 2 : 4, 1);
        } else if (opcode == Opcodes.ARRAYLENGTH) {
            stack.replace(1, 1);
        } else if (opcode == Opcodes.MONITORENTER || opcode == Opcodes.MONITOREXIT) {
            stack.replace(1, 0);
        }
    }

    private static boolean isWideConstant(int opcode) {
        return opcode == Opcodes.LCONST_0
                || opcode == Opcodes.LCONST_1
                || opcode == Opcodes.DCONST_0
                || opcode == Opcodes.DCONST_1;
    }

    private static void move(int opcode, OperandStack stack) {
        switch (opcode) {
            case Opcodes.POP:
                stack.replace(1, 0);
                break;
            case Opcodes.POP2:
                stack.replace(2, 0);
                break;
            case Opcodes.DUP:
                stack.duplicate(1, 0);
                break;
            case Opcodes.DUP_X1:
                stack.duplicate(1, 1);
                break;
            case Opcodes.DUP_X2:
                stack.duplicate(1, 2);
                break;
            case Opcodes.DUP2:
                stack.duplicate(2, 0);
                break;
            case Opcodes.DUP2_X1:
                stack.duplicate(2, 1);
                break;
            case Opcodes.DUP2_X2:
                stack.duplicate(2, 2);
                break;
            default:
                stack.swap();
        }
    }

    private static void calculate(int opcode, OperandStack stack) {
        // from IADD on, each odd opcode is for long or double
        int size = 1 + opcode % 2;
        if (opcode >= Opcodes.INEG && opcode <= Opcodes.DNEG) {
            stack.replace(size, size);
        } else if (opcode >= Opcodes.ISHL && opcode <= Opcodes.LUSHR) {
            stack.replace(size + 1, size);
        } else {
            stack.replace(2 * size, size);
        }
    }

    /** A number is called the same when it is converted. */
    private static void convert(int opcode, OperandStack stack) {
        boolean isFromLong = opcode >= Opcodes.L2I && opcode <= Opcodes.L2D;
        boolean isFromDouble = opcode >= Opcodes.D2I && opcode <= Opcodes.D2F;
        char type = CONVERTED.charAt(opcode - Opcodes.I2L);
        Operand converted = stack.pop(isFromLong || isFromDouble ? 2 : 1).as(String.valueOf(type));
        stack.push(converted, type == 'J' || type == 'D' ? 2 : 1);
    }
}
