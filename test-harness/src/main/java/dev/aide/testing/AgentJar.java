package dev.aide.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the packaged agent is. Thread-safe. */
public final class AgentJar {
    /** The system property that names it; not below {@code aide.}, where the agent takes settings only. */
    public static final String PROPERTY = "agent.jar";

    private static final String AGENT_CLASS = "dev/aide/agent/Agent.class";

    private AgentJar() {}

    /**
     * Returns the path of {@code aide.jar}: the one that the property {@value #PROPERTY} names, else the one on the class
     * path.
     *
     * @throws IllegalStateException if the property names no file, or is not set and no such jar is on the class path
     */
    public static Path path() {
        String named = System.getProperty(PROPERTY);
        if (named == null) {
            return jarOf(ClassLoader.getSystemResource(AGENT_CLASS))
                    .orElseThrow(
                            () -> new IllegalStateException("aide.jar is not on the class path, and no system property "
                                    + PROPERTY
                                    + " names it. Add dev.aide:aide-agent to the dependencies of the tests, or -D"
                                    + PROPERTY
                                    + "=path/of/aide.jar to their JVM; aide's own tests run through mvn verify"));
        }
        Path path = Path.of(named);
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException("The system property " + PROPERTY + " names " + path
                    + ", where no file is. Build it: mvn -pl agent package");
        }
        return path;
    }

    /** Returns the jar that a class file is in; empty where there is none, or it lies in a folder. */
    static Optional<Path> jarOf(URL classFile) {
        try {
            URLConnection connection = classFile == null ? null : classFile.openConnection();
            return connection instanceof JarURLConnection jar
                    ? Optional.of(Path.of(URI.create(jar.getJarFileURL().toString())))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
