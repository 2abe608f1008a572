package dev.aide.agent.docs;

import java.io.IOException;
import java.io.InputStream;
import net.bytebuddy.jar.asm.ClassReader;

/** Knows the superclasses of classes without loading any. Must be safe for use by any thread. */
public interface Supertypes {

    /** Returns the internal name of a class's superclass; null for Object and for classes that are not found. */
    String superclassOf(String internalName);

    /**
     * Reads class files where a loader finds them.
     *
     * @param loader null for the bootstrap loader
     */
    static Supertypes of(ClassLoader loader) {
        return new Supertypes() {
            @Override
            public String superclassOf(String internalName) {
                String resource = internalName + ".class";
                try (InputStream in = loader == null
                        ? ClassLoader.getSystemResourceAsStream(resource)
                        : loader.getResourceAsStream(resource)) {
                    return in == null ? null : new ClassReader(Streams.readAll(in)).getSuperName();
                } catch (IOException | RuntimeException e) {
                    return null;
                }
            }
        };
    }
}
