package dev.aide.agent.scan;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.MalformedURLException;
import java.net.URL;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds resources as the program's class loader would, the JRE's first, then root by root; only that it loads no class of
 * theirs. Safe for use by any thread.
 */
final class ClassPath extends ClassLoader {
    private final Map<String, ClassRoot> firstByName = new HashMap<>();

    ClassPath(List<ClassRoot> roots) {
        // what aide.jar itself is made of is none of the program's
        super(ClassLoader.getSystemClassLoader().getParent());
        for (ClassRoot root : roots) {
            for (String name : root.names()) {
                firstByName.putIfAbsent(name, root);
            }
        }
    }

    /** Tells whether a root is the first to have a name, so that its resource is the one that counts. */
    boolean isFirst(ClassRoot root, String name) {
        return firstByName.get(name) == root;
    }

    @Override
    protected URL findResource(String name) {
        ClassRoot root = firstByName.get(name);
        URL location = root == null ? null : root.location();
        try {
            return location == null
                    ? null
                    : new URL(location.toString().endsWith("/") ? location + name : "jar:" + location + "!/" + name);
        } catch (MalformedURLException e) {
            // as every class loader does with what it cannot name
            return null;
        }
    }

    @Override
    public InputStream getResourceAsStream(String name) {
        InputStream ofJre = super.getResourceAsStream(name);
        ClassRoot root = ofJre == null ? firstByName.get(name) : null;
        if (root == null) {
            return ofJre;
        }
        try {
            return new ByteArrayInputStream(root.read(name));
        } catch (IOException e) {
            // as every class loader does with what it cannot read
            return null;
        }
    }
}
