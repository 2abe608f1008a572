package dev.aide.agent.weave;

/** Tells the JRE's own class loaders below the boot one: the platform or extension loader. */
final class JreLoader {
    private static final ClassLoader PLATFORM =
            ClassLoader.getSystemClassLoader().getParent();

    private JreLoader() {}

    static boolean is(ClassLoader loader) {
        return loader == PLATFORM;
    }
}
