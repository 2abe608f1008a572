package dev.aide.agent.docs;

import java.io.IOException;
import java.net.URL;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;

/** The source files of a project, where they are files: beside its classes, and in folders that were named. Immutable. */
public final class SourceFiles {
    private static final String IN_PROJECT = "src/main/java";

    private final List<Path> folders = new ArrayList<>();

    /** Takes {@code aide.docs.sources}; what is no folder holds no file. */
    public SourceFiles(List<String> sources) {
        for (String source : sources) {
            folders.add(Paths.get(source));
        }
    }

    /**
     * Finds a file.
     *
     * @param path below the folder of the top packages, such as {@code com/acme/Order.java}
     * @param location the jar or folder that the class came from, or null
     * @return null where there is no such file
     */
    public Path find(String path, URL location) {
        Path beside = BesideClasses.sources(location);
        Path found = beside == null ? null : in(beside, path);
        for (int i = 0; found == null && i < folders.size(); i++) {
            found = in(folders.get(i), path);
        }
        return found;
    }

    /** Tells whether it cannot be found out if a file is there, since a folder on the way must not be looked into. */
    static boolean isHidden(Path root, String path) {
        try {
            return isHidden(root.resolve(path))
                    || isHidden(root.resolve(IN_PROJECT).resolve(path));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    /** Tells the same of a file as it is. */
    static boolean isHidden(Path file) {
        try {
            file.getFileSystem().provider().checkAccess(file);
            return false;
        } catch (AccessDeniedException e) {
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns a file in a folder of sources, or in a project with src/main/java; null where there is none. */
    static Path in(Path root, String path) {
        try {
            Path file = root.resolve(path);
            Path inProject = root.resolve(IN_PROJECT).resolve(path);
            return Files.isRegularFile(file) ? file : Files.isRegularFile(inProject) ? inProject : null;
        } catch (InvalidPathException e) {
            // a class name that is no file name here
            return null;
        }
    }
}
