package dev.aide.agent.file;

import java.io.BufferedWriter;
import java.io.File;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes a file whole or not at all: beside its place first, then renamed into it, so that neither a reader nor a killed
 * JVM ever leaves half of one.
 */
public final class WholeFile {
    private WholeFile() {}

    /** What is to be in a file. */
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes a file as UTF-8; its folder is made where it is not there.
     *
     * @throws IOException if that fails; what was there before is there still
     */
    public static void write(File file, Content content) throws IOException {
        // a link stays one
        File target = file.getCanonicalFile();
        File folder = target.getParentFile();
        Files.createDirectories(folder.toPath());
        File beside = File.createTempFile("." + target.getName(), ".tmp", folder);
        try {
            try (Writer out =
                    new BufferedWriter(new OutputStreamWriter(new FileOutputStream(beside), StandardCharsets.UTF_8))) {
                content.writeTo(out);
            }
            replace(target.toPath(), beside.toPath());
        } finally {
            Files.deleteIfExists(beside.toPath());
        }
    }

    private static void replace(Path file, Path by) throws IOException {
        try {
            Files.move(by, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(by, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
