package dev.aide.agent.scan;

import dev.aide.agent.classfile.ClassFile;
import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds class files and jars below a folder. Which folders are roots of packages is told by the names in the class files:
 * so a folder of classes, a whole project and an unpacked web application are all understood. For use by one thread.
 */
final class FolderWalk extends SimpleFileVisitor<Path> {
    private static final String META_INF = "META-INF";

    private final Path top;
    private final Problems problems;
    private final SortedMap<Path, List<Path>> files = new TreeMap<>();
    private final SortedSet<Path> jars = new TreeSet<>();

    private FolderWalk(Path top, Problems problems) {
        this.top = top;
        this.problems = problems;
    }

    static FolderWalk of(Path top, Problems problems) {
        FolderWalk walk = new FolderWalk(top, problems);
        try {
            Files.walkFileTree(top, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
        } catch (IOException e) {
            walk.visitFileFailed(top, e);
        }
        return walk;
    }

    /** Returns the jars, sorted. */
    SortedSet<Path> jars() {
        return jars;
    }

    /** Returns the names below each root of packages, sorted. */
    SortedMap<Path, SortedSet<String>> roots() {
        SortedMap<Path, SortedSet<String>> roots = new TreeMap<>();
        for (Map.Entry<Path, List<Path>> folder : files.entrySet()) {
            Path root = root(folder.getKey(), folder.getValue(), roots);
            SortedSet<String> names = roots.computeIfAbsent(root, key -> new TreeSet<>());
            for (Path file : folder.getValue()) {
                names.add(nameOf(root.relativize(file)));
            }
        }
        return roots;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        // outside of a jar no class loader looks into META-INF/versions
        boolean isPassed = !folder.equals(top) && folder.endsWith(META_INF);
        return isPassed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
        String name = file.getFileName().toString();
        if (JarLayout.isWanted(name)) {
            files.computeIfAbsent(file.getParent(), key -> new ArrayList<>()).add(file);
        } else if (JarLayout.isJar(name) && attributes.isRegularFile()) {
            jars.add(file);
        }
        return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
        // a link to a folder around it leads to nothing new
        if (!(e instanceof FileSystemLoopException)) {
            problems.fail(file + " cannot be read: " + e);
        }
        return FileVisitResult.CONTINUE;
    }

    private Path root(Path folder, List<Path> inFolder, SortedMap<Path, SortedSet<String>> known) {
        for (Path file : inFolder) {
            Path root = root(file);
            if (root != null) {
                return root;
            }
        }
        // nothing in it can be read: then it belongs to the packages around it
        for (Path around = folder; around != null && around.startsWith(top); around = around.getParent()) {
            if (known.containsKey(around)) {
                return around;
            }
        }
        return top;
    }

    /** Returns the folder below which the class is where its name says; null where it is not, or cannot be read. */
    private Path root(Path file) {
        try {
            String name = ClassFile.read(Files.readAllBytes(file)).name() + ".class";
            Path root = file;
            for (int i = name.length(); i >= 0; i = name.lastIndexOf('/', i - 1)) {
                root = root.getParent();
            }
            return root != null
                            && root.startsWith(top)
                            && nameOf(root.relativize(file)).equals(name)
                    ? root
                    : null;
        } catch (IOException | RuntimeException e) {
            return null;
        }
    }

    private static String nameOf(Path relative) {
        return relative.toString().replace(relative.getFileSystem().getSeparator(), "/");
    }
}
