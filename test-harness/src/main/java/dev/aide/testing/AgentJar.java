package dev.aide.testing;

import java.nio.file.Files;
import java.nio.file.Path;

/** Where the packaged agent is. Thread-safe. */
public final class AgentJar {
    /** The system property that names it; not below {@code aide.}, where the agent takes settings only. */
    public static final String PROPERTY = "agent.jar";

    private AgentJar() {}

    /**
     * Returns the path of {@code aide.jar}.
     *
     * @throws IllegalStateException if the property {@value #PROPERTY} is not set, or names no file
     */
    public static Path path() {
        String jar = System.getProperty(PROPERTY);
        if (jar == null) {
            throw new IllegalStateException("The system property " + PROPERTY
                    + " is not set. Run the test through Maven (mvn verify), or add -D" + PROPERTY
                    + "=agent/target/aide.jar to its JVM");
        }
        Path path = Path.of(jar);
        if (!Files.isRegularFile(path)) {
            throw new IllegalStateException("The system property " + PROPERTY + " names " + path
                    + ", where no file is. Build it: mvn -pl agent package");
        }
        return path;
    }
}
