package dev.aide.agent.docs;

import dev.aide.agent.classfile.ClassBytes;
import dev.aide.agent.docs.source.SourceReader;
import dev.aide.agent.docs.source.UnreadableSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Builds an index from jars, folders and files of Java sources; one instance builds one. Not thread-safe. */
final class SourceIndexer {
    private static final long MOST_BYTES = 16L << 20;

    private final SourceReader reader;
    private final Warnings warnings;
    private final DocIndex.Builder index = new DocIndex.Builder();
    private boolean isComplete = true;

    SourceIndexer(SourceReader reader, Warnings warnings) {
        this.reader = reader;
        this.warnings = warnings;
    }

    DocIndex index() {
        return index.build();
    }

    /** Tells whether nothing had to be left out. */
    boolean isComplete() {
        return isComplete;
    }

    void addJar(Path jar) {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (isSource(entry.getName())) {
                    addEntry(jar, zip, entry);
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            leaveOut(jar + " cannot be read as a jar (" + e.getMessage() + ")");
        }
    }

    void addFolder(Path folder) {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)) {
                    addFolder(child);
                } else if (isSource(child.getFileName().toString())) {
                    addFile(child);
                }
            }
        } catch (IOException e) {
            leaveOut(folder + " cannot be read (" + e + ")");
        }
    }

    void addFile(Path file) {
        try {
            add(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            leaveOut(file + " cannot be read (" + e + ")");
        }
    }

    private void addEntry(Path jar, ZipFile zip, ZipEntry entry) {
        String name = jar + "!/" + entry.getName();
        if (entry.getSize() > MOST_BYTES) {
            leaveOut(name + " is larger than " + MOST_BYTES + " bytes");
            return;
        }
        try (InputStream in = zip.getInputStream(entry)) {
            add(name, ClassBytes.read(in));
        } catch (IOException e) {
            leaveOut(name + " cannot be read (" + e.getMessage() + ")");
        }
    }

    private void add(String name, byte[] bytes) {
        try {
            index.add(reader.read(new String(bytes, StandardCharsets.UTF_8)));
        } catch (StackOverflowError e) {
            leaveOut(name + " is nested too deeply to be read");
        } catch (UnreadableSource e) {
            leaveOut(name + " is no Java source that can be read (" + e.getMessage() + ")");
        }
    }

    private void leaveOut(String problem) {
        isComplete = false;
        warnings.warn(problem + ": documentation is not judged by it");
    }

    /** Other versions of a class in a multi-release jar are documented as the first one is. */
    private static boolean isSource(String name) {
        return name.endsWith(".java") && !name.endsWith("module-info.java") && !name.startsWith("META-INF/");
    }
}
