package dev.aide.testing;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/**
 * Class files in memory, by binary name ({@code com.acme.Shop$Item}). The byte arrays are shared, not copied: do not
 * write to them.
 *
 * <p>Immutable but for that, and thread-safe.
 */
public final class CompiledClasses {
    /** Where a class file has its major version (JVMS 4.1). */
    private static final int MAJOR_VERSION = 6;

    private final Map<String, byte[]> byName;

    /** Wraps class files by binary name. */
    public CompiledClasses(Map<String, byte[]> byName) {
        this.byName = Collections.unmodifiableMap(new TreeMap<>(byName));
    }

    /** Returns the class files by binary name, in the order of the names. */
    public Map<String, byte[]> byName() {
        return byName;
    }

    /**
     * Returns the same classes with another major version in their headers, their code as it is: what javac compiles for
     * Java 8 runs from version 49 on, if it has no lambda and calls no method of an interface statically or privately.
     */
    public CompiledClasses ofVersion(int major) {
        Map<String, byte[]> changed = new TreeMap<>();
        byName.forEach((name, bytes) -> {
            byte[] copy = bytes.clone();
            ByteBuffer.wrap(copy).putShort(MAJOR_VERSION, (short) major);
            changed.put(name, copy);
        });
        return new CompiledClasses(changed);
    }

    /**
     * Writes the classes below a folder, which is made if it is not there.
     *
     * @return the folder, ready for a class path
     */
    public Path writeTo(Path folder) {
        try {
            for (Map.Entry<String, byte[]> each : byName.entrySet()) {
                Path file = folder.resolve(path(each.getKey()));
                Files.createDirectories(file.getParent());
                Files.write(file, each.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write classes to " + folder, e);
        }
    }

    /**
     * Writes the classes to a jar.
     *
     * @return the jar
     */
    public Path writeJar(Path jar) {
        return writeJar(jar, new Manifest());
    }

    /**
     * Writes the classes to a jar that {@code java -jar} runs.
     *
     * @return the jar
     */
    public Path writeJar(Path jar, String mainClass) {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, mainClass);
        return writeJar(jar, manifest);
    }

    /**
     * Writes the classes to a jar with a manifest, to which the version of manifests is added.
     *
     * @return the jar
     */
    public Path writeJar(Path jar, Manifest manifest) {
        // without a version a manifest is written empty
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file, manifest)) {
            for (Map.Entry<String, byte[]> each : byName.entrySet()) {
                out.putNextEntry(new JarEntry(path(each.getKey())));
                out.write(each.getValue());
            }
            return jar;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + jar, e);
        }
    }

    private static String path(String name) {
        return name.replace('.', '/') + ".class";
    }
}
