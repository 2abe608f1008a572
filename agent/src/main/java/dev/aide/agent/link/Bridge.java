package dev.aide.agent.link;

import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;

/**
 * The one class that woven code names. It is never used under this name: a copy is defined as {@link #NAME}, in the
 * package that every class loader and every module sees, so it knows types of the JRE only.
 */
public final class Bridge {
    /** The copy's name, as class files have it. */
    static final String NAME = "java/lang/$Aide";

    private static volatile Function<Object[], CallSite> linker;
    private static volatile ObjIntConsumer<Object[]> indexed;

    private Bridge() {}

    /** Connects woven code with the agent; the first call decides. */
    public static synchronized void connect(Function<Object[], CallSite> toLinker, ObjIntConsumer<Object[]> toIndexed) {
        if (linker == null) {
            linker = toLinker;
            indexed = toIndexed;
        }
    }

    /** The bootstrap method of every woven invokedynamic (JVMS 5.4.3.6). */
    public static CallSite link(
            MethodHandles.Lookup caller,
            String position,
            MethodType type,
            String method,
            String descriptor,
            String signature,
            String ownerSignature,
            String parameterNames,
            String checked,
            String subject) {
        Object[] description = {method, descriptor, signature, ownerSignature, parameterNames, checked, subject};
        return linker.apply(new Object[] {caller, position, type, description});
    }

    /** What class files without invokedynamic call instead. */
    public static void check(Object first, int site) {
        indexed.accept(new Object[] {first}, site);
    }

    public static void check(Object first, Object second, int site) {
        indexed.accept(new Object[] {first, second}, site);
    }

    public static void check(Object[] values, int site) {
        indexed.accept(values, site);
    }
}
