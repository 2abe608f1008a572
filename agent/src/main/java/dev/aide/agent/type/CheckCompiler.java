package dev.aide.agent.type;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.util.Collections;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;

/**
 * Turns a declared type into a check: a method handle from the value to its {@link Mismatch}, null where it fits, whose
 * constants the JIT compiler sees through. Types are resolved by the class loader of the class that names them.
 *
 * <p>Safe for use by any thread.
 */
public final class CheckCompiler {
    private static final MethodHandle NOTHING = Handles.find(CheckCompiler.class, "nothing");
    private static final MethodHandle BOTH =
            Handles.find(CheckCompiler.class, "both", MethodHandle.class, MethodHandle.class);
    private static final MethodHandle NULLS_ONLY = Handles.find(CheckCompiler.class, "nullsOnly", MethodHandle.class);
    private static final MethodHandle COUNTED =
            Handles.find(CheckCompiler.class, "counted", LongAdder.class, MethodHandle.class);

    private final CheckContext context;
    private final Erasures erasures;
    private final Resolving resolving;

    /** Compiles for the types that classes of a loader name. */
    public CheckCompiler(CheckContext context, ClassLoader loader, Resolving resolving) {
        this.context = context;
        this.erasures = new Erasures(context, loader);
        this.resolving = resolving;
    }

    /**
     * Compiles the check of a parameter or a result whose descriptor the JVM has proven.
     *
     * @param value the first value to be checked: where it is null, resolving waits for the next one
     * @return the check; null where there is nothing to check
     */
    public MethodHandle compile(JavaType type, TypeVariables variables, Object value) {
        return value == null ? compileLazily(type, variables, true) : compile(type, variables, true);
    }

    /** Returns the check of an array of variable arguments that is to be no longer than {@code most}. */
    public static MethodHandle atMost(int most, JavaType type, MethodHandle further) {
        return LengthCheck.handle(type, most, further);
    }

    /** Compiles a check of nulls alone, in the value and in what it contains; null where there is nothing to check. */
    public MethodHandle compileNulls(JavaType type, TypeVariables variables, Object value) {
        if (!type.excludesNull()) {
            return null;
        }
        boolean hasParts = type.withNonNull(false).excludesNull();
        return hasParts
                ? MethodHandles.insertArguments(NULLS_ONLY, 0, compile(type, variables, value))
                : NullCheck.handle(type, null);
    }

    /** Returns what a null is at a place of this type: a mismatch, or null where it fits. */
    public static Mismatch ofNull(JavaType type) {
        return type.isNonNull() ? Mismatch.ofNull(type) : null;
    }

    /**
     * Compiles the check of a type whose class variables a receiver's class binds. Any failure inside is counted and
     * answered by {@link #nothing()}.
     *
     * @param owner the class that declares the method
     */
    public MethodHandle compileForOrNothing(Class<?> receiver, Class<?> owner, JavaType type, TypeVariables variables) {
        try {
            Map<String, TypeArgument> bindings = ReflectedTypes.fixedBy(receiver, owner);
            MethodHandle check = compile(type, bindings == null ? variables : variables.bound(bindings), true);
            return check == null ? NOTHING : check;
        } catch (Throwable e) {
            context.unchecked().failed(e);
            return NOTHING;
        }
    }

    /** Returns the check that anything passes; always the same handle. */
    public static MethodHandle nothing() {
        return NOTHING;
    }

    /** As {@link #compile}, with any failure inside counted and answered by a check of nothing; null: ask again. */
    MethodHandle compileOrNothing(JavaType type, TypeVariables variables, boolean proven) {
        if (!resolving.begin()) {
            return null;
        }
        try {
            MethodHandle check = compile(type, variables, proven);
            return check == null ? NOTHING : check;
        } catch (Throwable e) {
            context.unchecked().failed(e);
            return NOTHING;
        } finally {
            resolving.end();
        }
    }

    private MethodHandle compile(JavaType type, TypeVariables variables, boolean proven) {
        return compile(type, variables, proven, new HashSet<String>());
    }

    private MethodHandle compile(JavaType type, TypeVariables variables, boolean proven, Set<String> within) {
        MethodHandle check = compileType(type, variables, proven, within);
        return type.isNonNull() ? NullCheck.handle(type, check) : check;
    }

    /** Compiles a check that resolves its types when the first value comes that is not null. */
    private MethodHandle compileLazily(JavaType type, TypeVariables variables, boolean proven) {
        MethodHandle lazy = LazyCheck.handle(this, type.withNonNull(false), variables, proven);
        return type.isNonNull() ? NullCheck.handle(type, lazy) : lazy;
    }

    private MethodHandle compileType(JavaType type, TypeVariables variables, boolean proven, Set<String> within) {
        if (type instanceof ClassType) {
            return compileClass((ClassType) type, variables, proven, within);
        }
        if (type instanceof VariableType) {
            return compileVariable(((VariableType) type).name, variables, proven, within);
        }
        return type instanceof ArrayType ? compileArray((ArrayType) type, variables, proven, within) : null;
    }

    private MethodHandle compileVariable(String name, TypeVariables variables, boolean proven, Set<String> within) {
        TypeArgument binding = variables.binding(name);
        if (binding != null && binding.constrains()) {
            return compile(binding.bound, variables, false, within);
        }
        // a bound may mention its own variable: T extends Comparable<T>
        if (!within.add(name)) {
            return null;
        }
        MethodHandle all = null;
        for (JavaType bound : variables.bounds(name)) {
            MethodHandle check = compile(bound, variables, proven && all == null, within);
            all = all == null ? check : check == null ? all : MethodHandles.insertArguments(BOTH, 0, all, check);
        }
        within.remove(name);
        return all;
    }

    private MethodHandle compileArray(ArrayType type, TypeVariables variables, boolean proven, Set<String> within) {
        boolean ofVariables = innermost(type) instanceof VariableType;
        MethodHandle element = context.depth().all() == 0 || (isPlain(type.component) && !type.component.excludesNull())
                ? null
                : counted(compile(type.component, variables, !ofVariables, within));
        Class<?> raw =
                ofVariables || (proven && !isOfInterfaces(type, variables)) ? null : erasures.of(type, variables);
        return element == null && raw == null ? null : ArrayCheck.handle(context, raw, type, element);
    }

    private MethodHandle compileClass(ClassType type, TypeVariables variables, boolean proven, Set<String> within) {
        Class<?> raw = erasures.resolve(type);
        if (raw == null || raw == Object.class) {
            return null;
        }
        boolean constrains = false;
        for (TypeArgument argument : type.arguments) {
            constrains |= argument.constrains();
        }
        Shape shape = constrains ? context.shapeOf(raw) : null;
        // a class recompiled since may have other parameters than its user knew
        if (shape == null || shape.parameterNames().length != type.arguments.size()) {
            return proven && !raw.isInterface() ? null : InstanceCheck.handle(raw, type);
        }
        if (raw == Class.class) {
            return compileLiteral(type, variables);
        }
        if (!type.isOfFinalClasses()) {
            return compileContents(raw, shape, type, variables, within);
        }
        String declaration = type.toString();
        MethodHandle shared = context.shared().get(declaration);
        if (shared == null) {
            // not by this compiler, whose class loader must not be kept by what outlives it
            CheckCompiler ofBoot = new CheckCompiler(context, null, resolving);
            shared = ofBoot.compileContents(raw, shape, type, TypeVariables.NONE, new HashSet<>());
            context.shared().put(declaration, shared);
        }
        return shared;
    }

    private MethodHandle compileLiteral(ClassType type, TypeVariables variables) {
        TypeArgument argument = type.arguments.get(0);
        Class<?> bound = erasures.of(argument.bound, variables);
        if (bound == null || bound == Object.class) {
            return null;
        }
        // a variable's name would not tell the reader what it has to be
        JavaType declared = argument.bound instanceof VariableType
                ? new ClassType(
                        type.name,
                        Collections.singletonList(new TypeArgument(TypeArgument.Kind.EXTENDS, ClassType.of(bound))),
                        type.resolved)
                : type;
        return ClassLiteralCheck.handle(bound, declared);
    }

    private MethodHandle compileContents(
            Class<?> raw, Shape shape, ClassType type, TypeVariables variables, Set<String> within) {
        MethodHandle[] checks = new MethodHandle[2];
        if (context.depth().all() > 0) {
            TypeArgument[] contained = shape.contained(type.arguments);
            for (int i = 0; i < contained.length; i++) {
                checks[i] = contained[i].constrains()
                        ? compileContent(shape.contents().held(contained[i].bound), variables, within)
                        : null;
            }
        }
        FixedArguments fixed = new FixedArguments(raw, new FixedArguments.Declared() {
            @Override
            public Class<?>[] erasures() {
                return erasures.ofArguments(type, variables);
            }
        });
        return shape.contents()
                .check(context, raw, type, fixed)
                .handle(shape.contents().content(checks));
    }

    /** Compiles what is inside a container; types of the user's wait for the first value that is not null. */
    private MethodHandle compileContent(JavaType type, TypeVariables variables, Set<String> within) {
        boolean isLoaded = !(type instanceof ClassType) || isOfJava((ClassType) type);
        return counted(isLoaded ? compile(type, variables, false, within) : compileLazily(type, variables, false));
    }

    private MethodHandle counted(MethodHandle check) {
        return check == null || context.elements() == null
                ? check
                : MethodHandles.insertArguments(COUNTED, 0, context.elements(), check);
    }

    /** Tells whether the JVM takes any array for this one, since its verifier does not look at interfaces (JVMS 4.10.1.2). */
    private boolean isOfInterfaces(ArrayType type, TypeVariables variables) {
        Class<?> component = erasures.of(innermost(type), variables);
        return component != null && component.isInterface();
    }

    private static JavaType innermost(ArrayType type) {
        JavaType component = type.component;
        while (component instanceof ArrayType) {
            component = ((ArrayType) component).component;
        }
        return component;
    }

    /** Tells whether the class of an array proves all there is to know of its elements. */
    private static boolean isPlain(JavaType component) {
        if (component instanceof ArrayType) {
            return isPlain(((ArrayType) component).component);
        }
        return component instanceof PrimitiveType || isWithoutArguments(component);
    }

    private static boolean isWithoutArguments(JavaType type) {
        return type instanceof ClassType && ((ClassType) type).arguments.isEmpty();
    }

    private static boolean isOfJava(ClassType type) {
        return type.resolved != null || type.name.startsWith("java.lang.") || type.name.startsWith("java.util.");
    }

    static Mismatch nothing(Object value) {
        return null;
    }

    static Mismatch nullsOnly(MethodHandle check, Object value) throws Throwable {
        Mismatch mismatch = (Mismatch) check.invokeExact(value);
        return mismatch == null || mismatch.kind() != Mismatch.Kind.NULL ? null : mismatch;
    }

    static Mismatch both(MethodHandle one, MethodHandle other, Object value) throws Throwable {
        Mismatch mismatch = (Mismatch) one.invokeExact(value);
        return mismatch == null ? (Mismatch) other.invokeExact(value) : mismatch;
    }

    static Mismatch counted(LongAdder elements, MethodHandle check, Object value) throws Throwable {
        elements.increment();
        return (Mismatch) check.invokeExact(value);
    }
}
