package dev.aide.agent.naming;

/** What is known of a value on the operand stack: its name, its type and where it comes from; immutable. */
final class Operand {
    /** A value of which nothing is known, and the second half of a long or a double. */
    static final Operand UNKNOWN = new Operand("", "", null, -1, 0);

    /** The name of a field or accessor; empty for others. */
    final String name;
    /** The type's descriptor, empty if it is not known. */
    final String type;
    /** The object that it is a field or accessor of; null for static ones, those of this object, and local variables. */
    final Operand holder;
    /** The local variable that it was loaded from, or -1. */
    final int slot;
    /** Which instruction loaded it: variables share slots. */
    final int loadedAt;

    private Operand(String name, String type, Operand holder, int slot, int loadedAt) {
        this.name = name;
        this.type = type;
        this.holder = holder;
        this.slot = slot;
        this.loadedAt = loadedAt;
    }

    static Operand local(int slot, int loadedAt) {
        return new Operand("", "", null, slot, loadedAt);
    }

    /** Returns the value of a field or accessor, of an object unless it is static. */
    static Operand member(String name, String type, Operand holder) {
        return new Operand(name, type, holder, -1, 0);
    }

    /** Returns the same value after a cast, boxing or conversion. */
    Operand as(String newType) {
        return new Operand(name, newType, holder, slot, loadedAt);
    }

    /** Returns this operand, which is a local variable's, with what is known of the variable. */
    Operand resolved(String variable, String variableType) {
        return new Operand(variable, type.isEmpty() ? variableType : type, null, slot, loadedAt);
    }

    /** Tells whether both were reached in the same way, through the same variables and members. */
    boolean isSame(Operand other) {
        boolean isSameHolder =
                holder == null ? other.holder == null : other.holder != null && holder.isSame(other.holder);
        return isSameHolder && slot == other.slot && (slot >= 0 || name.equals(other.name));
    }
}
