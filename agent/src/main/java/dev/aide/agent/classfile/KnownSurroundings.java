package dev.aide.agent.classfile;

import java.net.URL;
import java.security.CodeSource;
import java.security.ProtectionDomain;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Gives each class its surroundings; what a class loader found is kept for as long as the loader is. Safe for use by any
 * thread.
 */
public final class KnownSurroundings {
    private final Map<ClassLoader, ClassFinder> finders = new WeakHashMap<>();

    public Surroundings of(ClassLoader loader, ProtectionDomain domain) {
        CodeSource source = domain == null ? null : domain.getCodeSource();
        URL location = source == null ? null : source.getLocation();
        return new Surroundings(finder(loader), location);
    }

    private synchronized ClassFinder finder(ClassLoader loader) {
        ClassFinder finder = finders.get(loader);
        if (finder == null) {
            finder = new ClassFinder(loader);
            finders.put(loader, finder);
        }
        return finder;
    }
}
