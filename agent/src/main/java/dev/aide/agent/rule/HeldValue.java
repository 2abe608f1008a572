package dev.aide.agent.rule;

import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.Need;
import dev.aide.agent.type.TypeVariables;

/** A value that a method is given, returns or writes, as its declaration has it; immutable. */
public final class HeldValue {
    /** Says that an array may have any number of elements. */
    public static final int ANY_LENGTH = Integer.MAX_VALUE;

    private final JavaType type;
    private final TypeVariables variables;
    private final boolean hasReceiver;
    private final Need.KnownClasses known;
    private final int mostElements;

    /**
     * Describes a value.
     *
     * @param type the declared type, with its parts marked that exclude null
     * @param hasReceiver whether there is a receiver whose class may say more of the type variables
     * @param mostElements how long an array of variable arguments may be; {@link #ANY_LENGTH} for all else
     */
    public HeldValue(
            JavaType type, TypeVariables variables, boolean hasReceiver, Need.KnownClasses known, int mostElements) {
        this.type = type;
        this.variables = variables;
        this.hasReceiver = hasReceiver;
        this.known = known;
        this.mostElements = mostElements;
    }

    /** Says what it takes to see whether the value fits what its type says beyond what the JVM proves. */
    Need needOfType() {
        return Need.of(type, variables, hasReceiver, known);
    }

    /** Tells whether null is excluded, as the value or in it. */
    boolean excludesNull() {
        return type.excludesNull();
    }

    /** Tells whether it is an array that can be too long. */
    boolean isLimited() {
        return mostElements < ANY_LENGTH;
    }
}
