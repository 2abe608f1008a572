package dev.aide.testing;

import static java.util.Objects.requireNonNull;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * An installed JDK (or JRE): something with a {@code bin/java}.
 *
 * <p>Immutable and thread-safe.
 *
 * @param feature the feature version: 8, 11, 17, ...
 * @param home    its folder
 */
public record Jdk(int feature, Path home) {

    public Jdk {
        requireNonNull(home, "home");
    }

    /** Returns the JDK that runs this code. */
    public static Jdk running() {
        return new Jdk(Runtime.version().feature(), Path.of(System.getProperty("java.home")));
    }

    /**
     * Looks at a folder. The version comes from the JDK's {@code release} file or, where there is none, from running
     * {@code java -version}.
     *
     * @return empty if the folder has no {@code bin/java}, or one that does not say its version
     */
    public static Optional<Jdk> at(Path home) {
        if (!Files.isExecutable(executable(home))) {
            return Optional.empty();
        }
        return JdkVersion.of(home).stream()
                .mapToObj(feature -> new Jdk(feature, home))
                .findFirst();
    }

    /** Returns the path of {@code bin/java}. */
    public Path java() {
        return executable(home);
    }

    @Override
    public String toString() {
        return "JDK " + feature;
    }

    private static Path executable(Path home) {
        return home.resolve("bin").resolve("java");
    }
}
