package dev.aide.agent.scan;

import dev.aide.agent.classfile.ClassBytes;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.zip.ZipFile;

/** Class files in an open jar. */
final class JarRoot implements ClassRoot {
    private final ZipFile jar;
    private final String label;
    private final URL location;
    private final boolean isLibrary;
    private final Map<String, String> entries;

    /**
     * Takes a part of a jar, which stays with whoever opened it.
     *
     * @param label what the jar is called in messages
     * @param location null inside of another jar
     * @param entries the path in the jar of each name
     */
    JarRoot(ZipFile jar, String label, URL location, boolean isLibrary, Map<String, String> entries) {
        this.jar = jar;
        this.label = label;
        this.location = location;
        this.isLibrary = isLibrary;
        this.entries = entries;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(entries.keySet());
    }

    @Override
    public byte[] read(String name) throws IOException {
        InputStream in = jar.getInputStream(jar.getEntry(entries.get(name)));
        if (in == null) {
            throw new FileNotFoundException("the jar has changed");
        }
        return ClassBytes.read(in);
    }

    @Override
    public String describe(String name) {
        return label + "!/" + entries.get(name);
    }

    @Override
    public URL location() {
        return location;
    }

    @Override
    public boolean isLibrary() {
        return isLibrary;
    }
}
