package dev.aide.agent.docs;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Where build tools leave the sources of a jar, or of a folder of classes. */
final class BesideClasses {
    private static final String SOURCES = "-sources.jar";
    private static final String[][] PROJECTS = {
        {"target/classes", "../../src/main/java"},
        {"target/test-classes", "../../src/test/java"},
        {"build/classes/java/main", "../../../../src/main/java"},
        {"build/classes/java/test", "../../../../src/test/java"},
    };

    private BesideClasses() {}

    /**
     * Finds the sources of what a class was loaded from.
     *
     * @param location the code source's location, or null
     * @return a jar or a folder that is there, or null
     */
    static Path sources(URL location) {
        Path classes = path(location);
        if (classes == null || classes.getParent() == null) {
            return null;
        }
        return Files.isDirectory(classes) ? ofFolder(classes) : ofJar(classes);
    }

    private static Path path(URL location) {
        if (location == null || !location.getProtocol().equals("file")) {
            return null;
        }
        try {
            return new File(location.toURI()).toPath();
        } catch (URISyntaxException | IllegalArgumentException e) {
            // some class loaders do not escape blanks
            return new File(location.getPath()).toPath();
        }
    }

    private static Path ofFolder(Path classes) {
        for (String[] project : PROJECTS) {
            if (classes.endsWith(project[0])) {
                Path sources = classes.resolve(project[1]).normalize();
                return Files.isDirectory(sources) ? sources : null;
            }
        }
        return null;
    }

    private static Path ofJar(Path jar) {
        String name = jar.getFileName().toString();
        if (!name.endsWith(".jar")) {
            return null;
        }
        String stem = name.substring(0, name.length() - ".jar".length());
        Path folder = jar.getParent();
        Path beside = existing(folder.resolve(stem + SOURCES));
        if (beside == null && stem.endsWith("-tests")) {
            beside = existing(folder.resolve(stem.substring(0, stem.length() - 1) + SOURCES));
        }
        if (beside == null) {
            beside = withoutClassifier(folder);
        }
        return beside == null ? inGradleCache(folder, stem + SOURCES) : beside;
    }

    /** In a Maven repository the folders name artifact and version. */
    private static Path withoutClassifier(Path version) {
        Path artifact = version.getParent();
        if (artifact == null || artifact.getFileName() == null) {
            return null;
        }
        return existing(version.resolve(artifact.getFileName() + "-" + version.getFileName() + SOURCES));
    }

    /** Gradle's cache has a folder for each file, named by its SHA-1. */
    private static Path inGradleCache(Path folder, String name) {
        if (folder.getParent() == null || !isHexadecimal(folder.getFileName().toString())) {
            return null;
        }
        try (DirectoryStream<Path> siblings = Files.newDirectoryStream(folder.getParent())) {
            for (Path sibling : siblings) {
                Path sources = existing(sibling.resolve(name));
                if (sources != null) {
                    return sources;
                }
            }
        } catch (IOException e) {
            return null;
        }
        return null;
    }

    private static boolean isHexadecimal(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (Character.digit(name.charAt(i), 16) < 0) {
                return false;
            }
        }
        // Gradle drops leading zeros
        return name.length() > 30 && name.length() <= 40;
    }

    private static Path existing(Path file) {
        return Files.isRegularFile(file) ? file : null;
    }
}
