package dev.aide.agent.naming;

import java.util.List;

/** Calls that give back what they are given: boxing, unboxing and checks for null. */
final class SameValue {
    private static final String BOXES = " Boolean Byte Character Short Integer Long Float Double Number ";

    private SameValue() {}

    /** Returns the operand that a call gives back, or null. */
    static Operand of(String owner, String name, Operand receiver, List<Operand> arguments) {
        if (receiver == null) {
            boolean boxes = isBox(owner) && name.equals("valueOf") && arguments.size() == 1;
            boolean checks = checksForNull(name) && !arguments.isEmpty();
            return boxes || checks ? arguments.get(0) : null;
        }
        return isBox(owner) && name.endsWith("Value") && arguments.isEmpty() ? receiver : null;
    }

    private static boolean isBox(String owner) {
        return owner.startsWith("java/lang/") && BOXES.contains(" " + owner.substring("java/lang/".length()) + " ");
    }

    private static boolean checksForNull(String name) {
        return name.equals("requireNonNull") || name.equals("checkNotNull") || name.equals("notNull");
    }
}
