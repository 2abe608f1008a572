package dev.aide.agent.classfile;

import java.io.IOException;
import java.lang.ref.SoftReference;
import java.lang.ref.WeakReference;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the class files that a class loader finds, without loading the classes; keeps the last ones while there is memory.
 * Safe for use by any thread.
 */
public final class ClassFinder {
    private static final int MOST_KEPT = 256;

    private final WeakReference<ClassLoader> loader;
    private SoftReference<Map<String, ClassFile>> kept = new SoftReference<>(null);

    public ClassFinder(ClassLoader loader) {
        this.loader = new WeakReference<>(loader);
    }

    /** Returns the class loader; null once it has ended. */
    ClassLoader loader() {
        return loader.get();
    }

    /**
     * Returns a class file.
     *
     * @param name as class files name it, such as {@code com/acme/Order}
     * @return null where it is not found, or cannot be read
     */
    public ClassFile find(String name) {
        Map<String, ClassFile> known = kept();
        synchronized (known) {
            if (known.containsKey(name)) {
                return known.get(name);
            }
        }
        ClassFile found = read(name);
        synchronized (known) {
            known.put(name, found);
        }
        return found;
    }

    private ClassFile read(String name) {
        ClassLoader finding = loader.get();
        if (finding == null) {
            return null;
        }
        try {
            byte[] bytes = ClassBytes.of(finding, name);
            return bytes == null ? null : ClassFile.read(bytes);
        } catch (IOException | RuntimeException | LinkageError e) {
            // whoever asks treats it as a class that is not there
            return null;
        }
    }

    /** Returns the jar or folder where a class is found; null where it is none, as for the JDK's own. */
    URL locationOf(String name) {
        String resource = name + ".class";
        try {
            ClassLoader finding = loader.get();
            URL found = finding == null ? null : finding.getResource(resource);
            String text = found == null ? "" : found.toString();
            return text.endsWith(resource) ? root(text.substring(0, text.length() - resource.length())) : null;
        } catch (IOException | RuntimeException | LinkageError e) {
            return null;
        }
    }

    private static URL root(String text) throws MalformedURLException {
        boolean isJar = text.startsWith("jar:") && text.endsWith("!/");
        return new URL(isJar ? text.substring("jar:".length(), text.length() - "!/".length()) : text);
    }

    private synchronized Map<String, ClassFile> kept() {
        Map<String, ClassFile> known = kept.get();
        if (known == null) {
            known = new LastUsed();
            kept = new SoftReference<>(known);
        }
        return known;
    }

    private static final class LastUsed extends LinkedHashMap<String, ClassFile> {
        LastUsed() {
            super(64, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, ClassFile> eldest) {
            return size() > MOST_KEPT;
        }
    }
}
