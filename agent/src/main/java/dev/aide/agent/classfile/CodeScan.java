package dev.aide.agent.classfile;

import java.util.Arrays;

/**
 * Steps over the instructions of a method (JVMS 6.5) without decoding more than their lengths. For use by one thread.
 */
public final class CodeScan {
    private static final int TABLESWITCH = 0xaa;
    private static final int LOOKUPSWITCH = 0xab;
    private static final int WIDE = 0xc4;
    private static final int IINC = 0x84;

    /** The length of each instruction, its opcode included; those of switches and wide ones depend on the operands. */
    private static final byte[] LENGTHS = lengths();

    private final Bytes bytes;
    private final int start;
    private final int end;
    private int at;
    private int next;

    CodeScan(Bytes bytes, int start, int length) {
        this.bytes = bytes;
        this.start = start;
        this.end = start + length;
        this.next = start;
    }

    /** Goes to the next instruction, the first one to begin with; false behind the last. */
    public boolean advance() {
        at = next;
        if (at >= end) {
            return false;
        }
        next = at + length();
        if (next <= at) {
            throw new IndexOutOfBoundsException("an instruction without end");
        }
        return true;
    }

    public int opcode() {
        return bytes.u1(at);
    }

    /** Returns the two-byte operand behind the opcode, such as an index into the constant pool. */
    int operand() {
        return bytes.u2(at + 1);
    }

    /**
     * Returns the local variable that an instruction loads from or stores into, if it is of one of the forms of the
     * opcode: the one with an operand, the four short ones that begin at {@code shortForm}, or the wide one.
     *
     * @return -1 if it is another instruction
     */
    public int variable(int opcode, int shortForm) {
        int here = opcode();
        if (here == opcode) {
            return bytes.u1(at + 1);
        }
        if (here >= shortForm && here < shortForm + 4) {
            return here - shortForm;
        }
        return here == WIDE && bytes.u1(at + 1) == opcode ? bytes.u2(at + 2) : -1;
    }

    private int length() {
        int opcode = opcode();
        switch (opcode) {
            case TABLESWITCH:
                int low = bytes.u4(operandsOfSwitch() + 4);
                int high = bytes.u4(operandsOfSwitch() + 8);
                return operandsOfSwitch() + 12 + 4 * (high - low + 1) - at;
            case LOOKUPSWITCH:
                return operandsOfSwitch() + 8 + 8 * bytes.u4(operandsOfSwitch() + 4) - at;
            case WIDE:
                return bytes.u1(at + 1) == IINC ? 6 : 4;
            default:
                return LENGTHS[opcode];
        }
    }

    /** A switch's operands begin at the next multiple of four from the start of the code. */
    private int operandsOfSwitch() {
        return at + 4 - (at - start) % 4;
    }

    private static byte[] lengths() {
        byte[] lengths = new byte[256];
        Arrays.fill(lengths, (byte) 1);
        fill(lengths, 0x10, 0x10, 2); // bipush
        fill(lengths, 0x12, 0x12, 2); // ldc
        fill(lengths, 0x15, 0x19, 2); // loads
        fill(lengths, 0x36, 0x3a, 2); // stores
        fill(lengths, 0xa9, 0xa9, 2); // ret
        fill(lengths, 0xbc, 0xbc, 2); // newarray
        fill(lengths, 0x11, 0x11, 3); // sipush
        fill(lengths, 0x13, 0x14, 3); // ldc_w, ldc2_w
        fill(lengths, IINC, IINC, 3);
        fill(lengths, 0x99, 0xa8, 3); // branches
        fill(lengths, 0xb2, 0xb8, 3); // fields and calls
        fill(lengths, 0xb9, 0xba, 5); // invokeinterface, invokedynamic
        fill(lengths, 0xbb, 0xbb, 3); // new
        fill(lengths, 0xbd, 0xbd, 3); // anewarray
        fill(lengths, 0xc0, 0xc1, 3); // checkcast, instanceof
        fill(lengths, 0xc5, 0xc5, 4); // multianewarray
        fill(lengths, 0xc6, 0xc7, 3); // ifnull, ifnonnull
        fill(lengths, 0xc8, 0xc9, 5); // goto_w, jsr_w
        return lengths;
    }

    private static void fill(byte[] lengths, int from, int to, int length) {
        for (int opcode = from; opcode <= to; opcode++) {
            lengths[opcode] = (byte) length;
        }
    }
}
