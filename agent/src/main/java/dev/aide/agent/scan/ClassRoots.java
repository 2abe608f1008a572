package dev.aide.agent.scan;

import java.io.Closeable;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.zip.ZipFile;

/**
 * Opens jars and folders, and the jars inside of jars, which are copied into the folder for temporary files until this is
 * closed. What cannot be opened is told and left out. For use by one thread.
 */
final class ClassRoots implements Closeable {
    /** A jar in a library in a war in an ear is the deepest that makes sense. */
    private static final int MOST_NESTED = 4;

    private final int release;
    private final Problems problems;
    private final List<ClassRoot> roots = new ArrayList<>();
    private final List<ZipFile> open = new ArrayList<>();
    private final List<Path> copies = new ArrayList<>();

    ClassRoots(int release, Problems problems) {
        this.release = release;
        this.problems = problems;
    }

    /** Opens a jar or a folder with all that is in it. */
    void open(Path path) {
        if (Files.isDirectory(path)) {
            openFolder(path);
        } else if (!Files.exists(path)) {
            problems.fail(path + " is not there; name jars and folders of classes");
        } else {
            openJar(path, path.toString(), 0, false);
        }
    }

    /** Returns what was opened, in the order of a class path. */
    List<ClassRoot> roots() {
        return new ArrayList<>(roots);
    }

    /** Closes all jars; nothing can be read from any root any more. */
    @Override
    public void close() {
        for (ZipFile jar : open) {
            try {
                jar.close();
            } catch (IOException e) {
                problems.note(jar.getName() + " could not be closed: " + e);
            }
        }
        for (Path copy : copies) {
            if (!copy.toFile().delete()) {
                copy.toFile().deleteOnExit();
            }
        }
    }

    private void openFolder(Path folder) {
        FolderWalk found = FolderWalk.of(folder, problems);
        for (Map.Entry<Path, SortedSet<String>> root : found.roots().entrySet()) {
            try {
                roots.add(new FolderRoot(root.getKey(), root.getValue()));
            } catch (IOException e) {
                problems.fail(root.getKey() + " cannot be read: " + e);
            }
        }
        for (Path jar : found.jars()) {
            Path around = jar.getParent();
            boolean isLibrary = around.endsWith("WEB-INF/lib") || around.endsWith("BOOT-INF/lib");
            openJar(jar, jar.toString(), 0, isLibrary);
        }
    }

    /**
     * Opens a jar.
     *
     * @param label what it is called in messages
     * @param depth how many jars are around it
     */
    private void openJar(Path path, String label, int depth, boolean isLibrary) {
        try {
            ZipFile jar = new ZipFile(path.toFile());
            open.add(jar);
            URL location = depth == 0 ? path.toUri().toURL() : null;
            JarLayout layout = JarLayout.of(jar, release);
            boolean isLaunched = !layout.program().isEmpty();
            if (isLaunched) {
                roots.add(new JarRoot(jar, label, location, isLibrary, layout.program()));
            }
            roots.add(new JarRoot(jar, label, location, isLibrary || isLaunched, layout.top()));
            for (String nested : layout.nested()) {
                openNested(jar, label, nested, depth + 1, isLibrary);
            }
        } catch (IOException | RuntimeException e) {
            problems.fail(label + " cannot be read as a jar: " + e.getMessage());
        }
    }

    private void openNested(ZipFile jar, String label, String entry, int depth, boolean isLibrary) {
        String nestedLabel = label + "!/" + entry;
        if (depth > MOST_NESTED) {
            problems.fail(nestedLabel + " is a jar in " + MOST_NESTED + " others, and not looked into");
            return;
        }
        try (InputStream in = jar.getInputStream(jar.getEntry(entry))) {
            Path copy = File.createTempFile("aide-scan", ".jar").toPath();
            copies.add(copy);
            Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
            openJar(copy, nestedLabel, depth, isLibrary || !isProgram(label, entry));
        } catch (IOException | RuntimeException e) {
            problems.fail(nestedLabel + " cannot be read: " + e.getMessage());
        }
    }

    /** Tells whether a jar in another is a part of the program: a war anywhere, and what is at the top of an ear. */
    private static boolean isProgram(String label, String entry) {
        return entry.endsWith(".war") || (label.endsWith(".ear") && entry.indexOf('/') < 0);
    }
}
