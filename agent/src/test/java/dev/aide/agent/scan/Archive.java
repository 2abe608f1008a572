package dev.aide.agent.scan;

import dev.aide.agent.naming.Compiled;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** What is to be in a jar or a folder, by path. */
final class Archive {
    private final Map<String, byte[]> files = new LinkedHashMap<>();

    Archive with(String path, byte[] bytes) {
        files.put(path, bytes);
        return this;
    }

    Archive with(String path, String text) {
        return with(path, text.getBytes(StandardCharsets.UTF_8));
    }

    /** Adds a class below a folder, which is empty or ends with a slash. */
    Archive with(String folder, Compiled classes, String name) {
        return with(folder + name + ".class", classes.bytes(name));
    }

    byte[] jar() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    Path writeJar(Path file) {
        try {
            return Files.write(file, jar());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path writeFolder(Path folder) {
        try {
            for (Map.Entry<String, byte[]> file : files.entrySet()) {
                Path target = folder.resolve(file.getKey());
                Files.createDirectories(target.getParent());
                Files.write(target, file.getValue());
            }
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
