package dev.aide.agent.type;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.agent.config.BadConfiguration;
import dev.aide.agent.config.Depth;
import dev.aide.agent.config.Settings;
import dev.aide.agent.config.Strictness;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Compiles checks as a linked site does, and applies them to values. */
final class Checking implements CheckContext.Unchecked {
    private final List<Throwable> failures = Collections.synchronizedList(new ArrayList<>());
    private final List<String> unresolved = Collections.synchronizedList(new ArrayList<>());
    private final CheckCompiler compiler;

    private Checking(String depth, Set<String> containers, boolean walksLocked, ClassLoader loader) {
        Inert inert = new Inert(containers, walksLocked, Checking::getter);
        this.compiler = new CheckCompiler(new CheckContext(depth(depth), inert, null, this), loader, new Resolving());
    }

    static Checking full() {
        return of("full");
    }

    static Checking of(String depth) {
        return new Checking(depth, Set.of(), false, Checking.class.getClassLoader());
    }

    static Checking walkingLocked() {
        return new Checking("full", Set.of(), true, Checking.class.getClassLoader());
    }

    static Checking walking(Class<?>... containers) {
        Set<String> names =
                Set.of(List.of(containers).stream().map(Class::getName).toArray(String[]::new));
        return new Checking("full", names, false, Checking.class.getClassLoader());
    }

    static Checking resolvingBy(ClassLoader loader) {
        return new Checking("full", Set.of(), false, loader);
    }

    static Depth depth(String text) {
        try {
            return Settings.read("include=**;types.depth=" + text, Map.of("types.argument", Strictness.DEFECT))
                    .depth();
        } catch (BadConfiguration e) {
            throw new AssertionError(e);
        }
    }

    /** Returns what does not fit, or null. */
    Mismatch check(Declared<?> declared, Object value) {
        return check("(" + declared.signature() + ")V", "", value);
    }

    /** Checks a value as the first parameter of a method, whose signature and whose class's may declare variables. */
    Mismatch check(String methodSignature, String ownerSignature, Object value) {
        return apply(compile(methodSignature, ownerSignature, value), value);
    }

    MethodHandle compile(String methodSignature, String ownerSignature, Object value) {
        MethodSignature method = MethodSignature.parse(methodSignature);
        return compiler.compile(method.parameters().get(0), TypeVariables.of(method, ownerSignature), value);
    }

    /** Checks a value as the first parameter of a method of {@code owner}, called on a receiver. */
    Mismatch checkFor(Class<?> receiver, Class<?> owner, String methodSignature, String ownerSignature, Object value) {
        MethodSignature method = MethodSignature.parse(methodSignature);
        return apply(
                compiler.compileForOrNothing(
                        receiver, owner, method.parameters().get(0), TypeVariables.of(method, ownerSignature)),
                value);
    }

    void accepts(Declared<?> declared, Object value) {
        Mismatch mismatch = check(declared, value);
        assertThat(mismatch == null ? null : text(mismatch)).isNull();
        assertThat(failures).isEmpty();
    }

    /** Asserts what does not fit: {@code [1] is java.lang.Integer, declared java.lang.String (java.util.ArrayList of 2)}. */
    void refuses(Declared<?> declared, Object value, String expected) {
        assertMismatch(check(declared, value), expected);
    }

    static void assertMismatch(Mismatch mismatch, String expected) {
        assertThat(mismatch).as("mismatch").isNotNull();
        assertThat(text(mismatch)).isEqualTo(expected);
        assertThat(mismatch.shape()).isEqualTo(mismatch.path().replaceAll("\\[\\d+]", "[]"));
    }

    static String text(Mismatch mismatch) {
        return (mismatch.path() + " is " + mismatch.found()).trim() + ", declared " + mismatch.declared()
                + (mismatch.container() == null ? "" : " (" + mismatch.container() + ")");
    }

    List<Throwable> failures() {
        return failures;
    }

    List<String> unresolved() {
        return unresolved;
    }

    @Override
    public void failed(Throwable cause) {
        failures.add(cause);
    }

    @Override
    public void unresolved(String typeName) {
        unresolved.add(typeName);
    }

    static Mismatch apply(MethodHandle check, Object value) {
        try {
            return check == null ? null : (Mismatch) check.invokeExact(value);
        } catch (Throwable e) {
            throw new AssertionError("a check never throws", e);
        }
    }

    private static MethodHandle getter(Class<?> declaring, String field) throws ReflectiveOperationException {
        Field declared = declaring.getDeclaredField(field);
        declared.setAccessible(true);
        return MethodHandles.lookup()
                .unreflectGetter(declared)
                .asType(MethodType.methodType(Object.class, Object.class));
    }
}
