package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;

/** A check whose types are resolved when the first value comes that is not null. */
final class LazyCheck extends MutableCallSite {
    private static final MethodHandle FIRST = Handles.find(LazyCheck.class, "first", LazyCheck.class);

    private final CheckCompiler compiler;
    private final JavaType type;
    private final TypeVariables variables;
    private final boolean proven;

    private LazyCheck(CheckCompiler compiler, JavaType type, TypeVariables variables, boolean proven) {
        super(MethodType.methodType(Mismatch.class, Object.class));
        this.compiler = compiler;
        this.type = type;
        this.variables = variables;
        this.proven = proven;
    }

    static MethodHandle handle(CheckCompiler compiler, JavaType type, TypeVariables variables, boolean proven) {
        LazyCheck check = new LazyCheck(compiler, type, variables, proven);
        check.setTarget(MethodHandles.insertArguments(FIRST, 0, check));
        return check.dynamicInvoker();
    }

    static Mismatch first(LazyCheck check, Object value) throws Throwable {
        if (value == null) {
            return null;
        }
        MethodHandle compiled = check.compiler.compileOrNothing(check.type, check.variables, check.proven);
        if (compiled == null) {
            return null;
        }
        check.setTarget(compiled);
        return (Mismatch) compiled.invokeExact(value);
    }
}
