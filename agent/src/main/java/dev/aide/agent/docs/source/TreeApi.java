package dev.aide.agent.docs.source;

import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.Map;

/**
 * What we use of {@code com.sun.source}, by reflection: it is not in the API that {@code --release 8} compiles against,
 * and on Java 8 its classes are those of tools.jar, which only the compiler's own class loader sees.
 */
final class TreeApi {
    private final ClassLoader loader;
    private final Map<String, Method> methods = new HashMap<>();

    TreeApi(ClassLoader loader) {
        this.loader = loader;
    }

    /** Calls a method without parameters, named as {@code tree.ClassTree.getMembers}. */
    Object get(String method, Object target) throws ReflectiveOperationException {
        Method found = methods.get(method);
        if (found == null) {
            int dot = method.lastIndexOf('.');
            found = type(method.substring(0, dot)).getMethod(method.substring(dot + 1));
            methods.put(method, found);
        }
        return found.invoke(target);
    }

    Iterable<?> list(String method, Object target) throws ReflectiveOperationException {
        return (Iterable<?>) get(method, target);
    }

    String text(String method, Object target) throws ReflectiveOperationException {
        return get(method, target).toString();
    }

    String kind(Object tree) throws ReflectiveOperationException {
        return text("tree.Tree.getKind", tree);
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName("com.sun.source." + name, false, loader);
    }
}
