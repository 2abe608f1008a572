package dev.aide.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Jars of others that run under the agent; the build puts them into a folder, and never on the class path of tests. */
final class Jars {
    private static final Path FOLDER = Path.of(System.getProperty("jars"));

    private Jars() {}

    static Path path(String name) {
        Path jar = FOLDER.resolve(name);
        if (!Files.isRegularFile(jar)) {
            throw new IllegalStateException(jar + " is not there. Run the test through Maven (mvn verify)");
        }
        return jar;
    }
}
