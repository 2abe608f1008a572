package dev.aide.agent.naming;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.bytebuddy.jar.asm.Label;

/** The LocalVariableTable of one method (JVMS 4.7.13), which ASM gives after the code. For use by one thread. */
final class LocalVariables {
    private final Map<Label, Integer> positions = new HashMap<>();
    private final List<Variable> variables = new ArrayList<>();

    /** Notes how many instructions stand before a label. */
    void label(Label label, int position) {
        positions.put(label, position);
    }

    void add(String name, String type, Label start, Label end, int slot) {
        Integer from = positions.get(start);
        Integer to = positions.get(end);
        // compilers name what they add themselves with a $
        if (from != null && to != null && name.indexOf('$') < 0 && !name.equals("this")) {
            variables.add(new Variable(name, type, from, to, slot));
        }
    }

    Operand resolve(Operand operand) {
        if (operand.slot < 0) {
            return operand;
        }
        for (Variable variable : variables) {
            if (variable.slot == operand.slot && variable.from <= operand.loadedAt && operand.loadedAt < variable.to) {
                return operand.resolved(variable.name, variable.type);
            }
        }
        return Operand.UNKNOWN;
    }

    private static final class Variable {
        final String name;
        final String type;
        final int from;
        final int to;
        final int slot;

        Variable(String name, String type, int from, int to, int slot) {
            this.name = name;
            this.type = type;
            this.from = from;
            this.to = to;
            this.slot = slot;
        }
    }
}
