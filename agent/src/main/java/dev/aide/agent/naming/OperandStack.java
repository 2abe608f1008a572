package dev.aide.agent.naming;

import java.util.ArrayList;
import java.util.List;

/**
 * The operand stack (JVMS 2.6.2) in slots, of which a long or a double takes two. It never underflows: what was not seen
 * being pushed is unknown. For use by one thread.
 */
final class OperandStack {
    private final List<Operand> slots;

    OperandStack() {
        this(new ArrayList<Operand>());
    }

    private OperandStack(List<Operand> slots) {
        this.slots = slots;
    }

    void push(Operand operand, int size) {
        slots.add(operand);
        if (size == 2) {
            slots.add(Operand.UNKNOWN);
        }
    }

    /** Removes a value of one or two slots, and returns it. */
    Operand pop(int size) {
        Operand popped = Operand.UNKNOWN;
        for (int i = 0; i < size && !slots.isEmpty(); i++) {
            popped = slots.remove(slots.size() - 1);
        }
        return popped;
    }

    /** Removes some slots and pushes unknown ones. */
    void replace(int popped, int pushed) {
        pop(popped);
        for (int i = 0; i < pushed; i++) {
            slots.add(Operand.UNKNOWN);
        }
    }

    /** Copies the topmost slots to below themselves and some more, as the dup instructions do. */
    void duplicate(int count, int below) {
        fill(count + below);
        int from = slots.size() - count;
        slots.addAll(from - below, new ArrayList<>(slots.subList(from, from + count)));
    }

    void swap() {
        fill(2);
        slots.add(slots.remove(slots.size() - 2));
    }

    OperandStack copy() {
        return new OperandStack(new ArrayList<>(slots));
    }

    void clear() {
        slots.clear();
    }

    /** Keeps what is the same on both ways to here. */
    void merge(OperandStack other) {
        boolean isSameDepth = slots.size() == other.slots.size();
        for (int i = 0; i < slots.size(); i++) {
            if (!isSameDepth || slots.get(i) != other.slots.get(i)) {
                slots.set(i, Operand.UNKNOWN);
            }
        }
    }

    private void fill(int least) {
        while (slots.size() < least) {
            slots.add(0, Operand.UNKNOWN);
        }
    }
}
