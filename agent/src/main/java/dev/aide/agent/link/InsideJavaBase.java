package dev.aide.agent.link;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Field;
import java.lang.reflect.Method;

/** Loaded by {@link JavaBaseOpener} into a module of its own, the only one that {@code java.base} is opened to. */
public final class InsideJavaBase implements JavaBase {
    @Override
    public Class<?> define(byte[] classFile) throws ReflectiveOperationException {
        Method privateLookupIn;
        try {
            privateLookupIn = MethodHandles.class.getMethod("privateLookupIn", Class.class, MethodHandles.Lookup.class);
        } catch (NoSuchMethodException beforeJava9) {
            return defineByUnsafe(classFile);
        }
        Object lookup = privateLookupIn.invoke(null, Object.class, MethodHandles.lookup());
        return (Class<?>) MethodHandles.Lookup.class
                .getMethod("defineClass", byte[].class)
                .invoke(lookup, (Object) classFile);
    }

    @Override
    public MethodHandle getter(Class<?> declaring, String field) throws ReflectiveOperationException {
        Field declared = declaring.getDeclaredField(field);
        declared.setAccessible(true);
        return MethodHandles.lookup()
                .unreflectGetter(declared)
                .asType(MethodType.methodType(Object.class, Object.class));
    }

    private static Class<?> defineByUnsafe(byte[] classFile) throws ReflectiveOperationException {
        Class<?> unsafe = Class.forName("sun.misc.Unsafe");
        Field instance = unsafe.getDeclaredField("theUnsafe");
        instance.setAccessible(true);
        return (Class<?>) unsafe.getMethod(
                        "defineClass",
                        String.class,
                        byte[].class,
                        int.class,
                        int.class,
                        ClassLoader.class,
                        java.security.ProtectionDomain.class)
                .invoke(instance.get(null), Bridge.NAME, classFile, 0, classFile.length, null, null);
    }
}
