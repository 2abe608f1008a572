package dev.aide.agent.naming;

import java.util.ArrayList;
import java.util.List;

/** A call as it stands in a method's code, with what is known of its arguments; immutable. */
final class Call {
    /** How many method calls stand before it in the code. */
    final int index;
    /** The source line, or 0. */
    final int line;

    final String owner;
    final String name;
    final String descriptor;
    final List<Operand> arguments;

    Call(int index, int line, String owner, String name, String descriptor, List<Operand> arguments) {
        this.index = index;
        this.line = line;
        this.owner = owner;
        this.name = name;
        this.descriptor = descriptor;
        this.arguments = arguments;
    }

    /** Tells whether it calls the same method as another. */
    boolean callsTheSame(Call other) {
        return owner.equals(other.owner) && name.equals(other.name) && descriptor.equals(other.descriptor);
    }

    /** Returns the arguments' names, an empty text for one without. */
    List<String> argumentNames() {
        List<String> names = new ArrayList<>(arguments.size());
        for (Operand argument : arguments) {
            names.add(argument.name);
        }
        return names;
    }

    /** Returns this call with its arguments named by the local variables that they were loaded from. */
    Call resolved(LocalVariables variables) {
        List<Operand> named = new ArrayList<>(arguments.size());
        for (Operand argument : arguments) {
            named.add(variables.resolve(argument));
        }
        return new Call(index, line, owner, name, descriptor, named);
    }
}
