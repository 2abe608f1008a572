package dev.aide.agent.link;

import java.io.IOException;
import java.lang.instrument.Instrumentation;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * Opens {@code java.base} to one class of the agent's and to nothing else: a module of its own keeps the rest of the class
 * path, which shares the agent's unnamed module, from gaining access by our being there.
 */
final class JavaBaseOpener {
    private static final String[] PACKAGES = {"java.lang", "java.util", "java.util.concurrent"};

    private JavaBaseOpener() {}

    static JavaBase open(Instrumentation instrumentation) throws ReflectiveOperationException, IOException {
        final byte[] bytes = BridgeBuilder.ownBytes(InsideJavaBase.class);
        final String name = InsideJavaBase.class.getName();
        ClassLoader alone = new ClassLoader(JavaBaseOpener.class.getClassLoader()) {
            @Override
            protected Class<?> loadClass(String wanted, boolean resolve) throws ClassNotFoundException {
                if (!wanted.equals(name)) {
                    return super.loadClass(wanted, resolve);
                }
                Class<?> loaded = findLoadedClass(name);
                return loaded == null ? defineClass(name, bytes, 0, bytes.length) : loaded;
            }
        };
        Class<?> inside = Class.forName(name, false, alone);
        openPackages(instrumentation, inside);
        return (JavaBase) inside.getConstructor().newInstance();
    }

    private static void openPackages(Instrumentation instrumentation, Class<?> to) throws ReflectiveOperationException {
        Class<?> moduleType;
        try {
            moduleType = Class.forName("java.lang.Module");
        } catch (ClassNotFoundException beforeJava9) {
            return;
        }
        Object receiving = Class.class.getMethod("getModule").invoke(to);
        Object javaBase = Class.class.getMethod("getModule").invoke(Object.class);
        Map<String, Set<Object>> opens = new HashMap<>();
        for (String name : PACKAGES) {
            opens.put(name, Collections.singleton(receiving));
        }
        Instrumentation.class
                .getMethod("redefineModule", moduleType, Set.class, Map.class, Map.class, Set.class, Map.class)
                .invoke(
                        instrumentation,
                        javaBase,
                        Collections.emptySet(),
                        Collections.emptyMap(),
                        opens,
                        Collections.emptySet(),
                        Collections.emptyMap());
    }
}
