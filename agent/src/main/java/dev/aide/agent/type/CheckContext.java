package dev.aide.agent.type;

import dev.aide.agent.config.Depth;
import java.lang.invoke.MethodHandle;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.LongAdder;

/** What all checks of this JVM share; safe for use by any thread. */
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
    private final ClassValue<Shape> shapes = new ClassValue<Shape>() {
        @Override
        protected Shape computeValue(Class<?> type) {
            return Shape.of(type);
        }
    };
    private final ConcurrentMap<String, Class<?>> classesOfJava = new ConcurrentHashMap<>();
    private final ConcurrentMap<String, MethodHandle> shared = new ConcurrentHashMap<>();

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

    Shape shapeOf(Class<?> type) {
        return shapes.get(type);
    }

    /** Returns the classes of {@code java.…} packages by name: the same for every class loader, so found once. */
    ConcurrentMap<String, Class<?>> classesOfJava() {
        return classesOfJava;
    }

    /** Returns the checks that are the same wherever they are declared, by their declaration. */
    ConcurrentMap<String, MethodHandle> shared() {
        return shared;
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
