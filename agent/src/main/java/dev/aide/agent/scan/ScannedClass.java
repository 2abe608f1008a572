package dev.aide.agent.scan;

import dev.aide.agent.classfile.ClassFile;
import java.io.IOException;

/** A class that is to be judged. Immutable. */
final class ScannedClass {
    private static final String ENDING = ".class";
    private static final byte[] MAGIC = {(byte) 0xca, (byte) 0xfe, (byte) 0xba, (byte) 0xbe};

    private final ClassRoot root;
    private final String resource;

    ScannedClass(ClassRoot root, String resource) {
        this.root = root;
        this.resource = resource;
    }

    /** Tells whether a resource declares a type: packages and modules are declared in files like those of classes. */
    static boolean isType(String resource) {
        return resource.endsWith(ENDING)
                && !resource.endsWith("package-info" + ENDING)
                && !resource.equals("module-info" + ENDING);
    }

    ClassRoot root() {
        return root;
    }

    /** Returns the name that the class is found by, such as {@code com/acme/Order}. */
    String name() {
        return resource.substring(0, resource.length() - ENDING.length());
    }

    /** Returns where it is, for people. */
    String describe() {
        return root.describe(resource);
    }

    /**
     * Reads the headers.
     *
     * @throws IOException if the file cannot be read
     * @throws BrokenClass if it is no class file that aide knows, or that of another class
     * @throws IndexOutOfBoundsException if it is cut short or damaged
     */
    ClassFile read() throws IOException, BrokenClass {
        byte[] bytes = root.read(resource);
        for (int i = 0; i < MAGIC.length; i++) {
            if (i >= bytes.length || bytes[i] != MAGIC[i]) {
                throw new BrokenClass("it does not begin as class files do");
            }
        }
        int version = ClassFile.majorVersion(bytes);
        if (version > ClassFile.NEWEST_VERSION) {
            throw new BrokenClass("its class file version " + version + " is newer than this aide knows; update aide");
        }
        ClassFile file = ClassFile.read(bytes);
        if (!file.name().equals(name())) {
            throw new BrokenClass("it holds " + file.name().replace('/', '.') + ", which nobody would look for there");
        }
        return file;
    }

    /** Why a file is not the class that its name says; the message continues a sentence. */
    static final class BrokenClass extends Exception {
        private static final long serialVersionUID = 1L;

        BrokenClass(String why) {
            super(why);
        }
    }
}
