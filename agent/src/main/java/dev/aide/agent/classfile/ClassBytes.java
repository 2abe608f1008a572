package dev.aide.agent.classfile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads class files from where their class loader finds them, without loading the classes. */
public final class ClassBytes {
    private ClassBytes() {}

    /**
     * Returns the bytes of a class.
     *
     * @param name as class files name it, such as {@code com/acme/Order}
     * @return null where the loader does not find it
     * @throws IOException if it is there and cannot be read
     */
    public static byte[] of(ClassLoader loader, String name) throws IOException {
        String resource = name + ".class";
        return read(
                loader == null
                        ? ClassLoader.getSystemResourceAsStream(resource)
                        : loader.getResourceAsStream(resource));
    }

    /**
     * Reads a stream to its end and closes it.
     *
     * @return null where there is no stream
     */
    public static byte[] read(InputStream stream) throws IOException {
        try (InputStream in = stream) {
            if (in == null) {
                return null;
            }
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            byte[] buffer = new byte[8192];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.write(buffer, 0, read);
            }
            return bytes.toByteArray();
        }
    }
}
