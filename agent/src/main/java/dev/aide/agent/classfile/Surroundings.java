package dev.aide.agent.classfile;

import java.io.IOException;
import java.net.URL;
import java.net.URLConnection;

/**
 * What lies around a class where it came from: the classes that its loader finds, and its module's declaration. Safe for use
 * by any thread.
 */
public final class Surroundings {
    private final ClassFinder finder;
    private final URL location;
    private volatile boolean isLacking;

    /**
     * Describes the surroundings.
     *
     * @param location the jar or folder that the class came from, or null
     */
    public Surroundings(ClassFinder finder, URL location) {
        this.finder = finder;
        this.location = location;
    }

    /** Returns a class file by the name that class files use; null where it is not found. */
    public ClassFile find(String name) {
        ClassFile found = finder.find(name);
        isLacking |= found == null;
        return found;
    }

    /** Tells whether a class was asked for that is not found. */
    public boolean isLacking() {
        return isLacking;
    }

    /** Returns the same surroundings, as nobody has asked for anything yet. */
    public Surroundings afresh() {
        return new Surroundings(finder, location);
    }

    /** Returns the class loader that finds them; null once it has ended. */
    public ClassLoader loader() {
        return finder.loader();
    }

    /** Returns the jar or folder that the class came from, or null. */
    public URL location() {
        return location;
    }

    /** Returns the jar or folder where another class is found; null where it is none, as for the JDK's own. */
    public URL locationOf(String name) {
        return finder.locationOf(name);
    }

    /** Returns what identifies the module's declaration; null where the class came from nowhere. */
    public String moduleKey() {
        return location == null ? null : location.toString();
    }

    /** Returns the class file of the module's declaration; null where there is none. */
    public ClassFile moduleDeclaration() {
        if (location == null) {
            return null;
        }
        String base = location.toString();
        String prefix = base.endsWith("/") ? base : "jar:" + base + "!/";
        try {
            URLConnection connection = new URL(prefix + "module-info.class").openConnection();
            // a cached jar would stay open, and be the same when the file is another
            connection.setUseCaches(false);
            return ClassFile.read(ClassBytes.read(connection.getInputStream()));
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }
}
