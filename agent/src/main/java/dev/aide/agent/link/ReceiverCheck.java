package dev.aide.agent.link;

import dev.aide.agent.type.CheckCompiler;
import dev.aide.agent.type.JavaType;
import dev.aide.agent.type.Mismatch;
import dev.aide.agent.type.TypeVariables;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** A check that depends on what the receiver's class makes of type variables; compiled once for each such class. */
final class ReceiverCheck {
    private static final MethodHandle CHECK;

    static {
        try {
            CHECK = MethodHandles.lookup()
                    .findStatic(
                            ReceiverCheck.class,
                            "check",
                            MethodType.methodType(Mismatch.class, ReceiverCheck.class, Object.class, Object.class));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("aide.jar is not whole", e);
        }
    }

    /** Kept by the receiver's class, which outlives no class that the check speaks of. */
    private final ClassValue<MethodHandle> byReceiver;
    /** What a null is; null where it fits. */
    private final Mismatch ofNull;

    private ReceiverCheck(ClassValue<MethodHandle> byReceiver, Mismatch ofNull) {
        this.byReceiver = byReceiver;
        this.ofNull = ofNull;
    }

    /** Returns a handle from value and receiver to a mismatch. */
    static MethodHandle handle(CheckCompiler compiler, Class<?> owner, JavaType type, TypeVariables variables) {
        ClassValue<MethodHandle> byReceiver = new ClassValue<MethodHandle>() {
            @Override
            protected MethodHandle computeValue(Class<?> receiver) {
                return compiler.compileForOrNothing(receiver, owner, type, variables);
            }
        };
        return MethodHandles.insertArguments(CHECK, 0, new ReceiverCheck(byReceiver, CheckCompiler.ofNull(type)));
    }

    static Mismatch check(ReceiverCheck check, Object value, Object receiver) throws Throwable {
        if (value == null) {
            return check.ofNull;
        }
        if (receiver == null) {
            return null;
        }
        MethodHandle compiled = check.byReceiver.get(receiver.getClass());
        return compiled == CheckCompiler.nothing() ? null : (Mismatch) compiled.invokeExact(value);
    }
}
