package dev.aide.testing;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The JDKs of this machine, one for each feature version.
 *
 * <p>Immutable and thread-safe.
 */
public final class Jdks {
    /** The environment variable that names JDKs, or folders of JDKs, as a path list. */
    public static final String VARIABLE = "AIDE_JDKS";

    private final SortedMap<Integer, Jdk> byFeature;

    private Jdks(SortedMap<Integer, Jdk> byFeature) {
        this.byFeature = Collections.unmodifiableSortedMap(byFeature);
    }

    /**
     * Finds the installed JDKs. Of two with the same feature version the first one counts, in this order: the one that
     * runs this code, those that {@value #VARIABLE} names, {@code /usr/lib/jvm/*}, and
     * {@code ~/.sdkman/candidates/java/*}.
     *
     * @throws IllegalArgumentException if {@value #VARIABLE} names something that is no JDK and contains none
     */
    public static Jdks installed() {
        return in(
                System.getenv().getOrDefault(VARIABLE, ""),
                List.of(Path.of("/usr/lib/jvm"), Path.of(System.getProperty("user.home"), ".sdkman/candidates/java")));
    }

    static Jdks in(String named, List<Path> usualFolders) {
        List<Jdk> found = new ArrayList<>(List.of(Jdk.running()));
        Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(named)
                .filter(name -> !name.isBlank())
                .forEach(name -> found.addAll(named(Path.of(name))));
        usualFolders.forEach(folder -> found.addAll(inFolder(folder)));

        SortedMap<Integer, Jdk> byFeature = new TreeMap<>();
        found.forEach(jdk -> byFeature.putIfAbsent(jdk.feature(), jdk));
        return new Jdks(byFeature);
    }

    /** Returns the JDK of a feature version, such as 8 or 21. */
    public Optional<Jdk> find(int feature) {
        return Optional.ofNullable(byFeature.get(feature));
    }

    /** Returns all of them, the oldest first. */
    public Collection<Jdk> all() {
        return byFeature.values();
    }

    @Override
    public String toString() {
        return byFeature.values().toString();
    }

    private static List<Jdk> named(Path path) {
        Optional<Jdk> itself = Jdk.at(path);
        List<Jdk> found = itself.isPresent() ? List.of(itself.get()) : inFolder(path);
        if (found.isEmpty()) {
            throw new IllegalArgumentException(VARIABLE + " names " + path
                    + ", which is neither a JDK (it has no bin/java that runs) nor a folder of JDKs");
        }
        return found;
    }

    private static List<Jdk> inFolder(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.sorted().map(Jdk::at).flatMap(Optional::stream).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + folder, e);
        }
    }
}
