package dev.aide.agent.type;

import dev.aide.agent.config.Depth;
import java.util.concurrent.atomic.LongAdder;

/** What all checks of this JVM share; immutable, but for the counters behind it. */
public final class CheckContext {
    /** Hears of what could not be checked. */
    public interface Unchecked {
        /** A check ended early: the value changed under it, was too deep, or its class broke a rule of its interface. */
        void failed(Throwable cause);

        /** A declared type cannot be loaded where it is named. */
        void unresolved(String typeName);
    }

    private final Depth depth;
    private final Inert inert;
    private final LongAdder elements;
    private final Unchecked unchecked;

    /**
     * Holds what checks need.
     *
     * @param elements counts the elements looked at, or null not to count
     */
    public CheckContext(Depth depth, Inert inert, LongAdder elements, Unchecked unchecked) {
        this.depth = depth;
        this.inert = inert;
        this.elements = elements;
        this.unchecked = unchecked;
    }

    Depth depth() {
        return depth;
    }

    Inert inert() {
        return inert;
    }

    LongAdder elements() {
        return elements;
    }

    Unchecked unchecked() {
        return unchecked;
    }
}
