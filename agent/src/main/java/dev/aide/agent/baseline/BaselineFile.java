package dev.aide.agent.baseline;

import dev.aide.agent.file.FileGuard;
import dev.aide.agent.file.WholeFile;
import java.io.BufferedReader;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A baseline on disk, which other JVMs may be recording into at the same time. Immutable; safe for use by any thread. */
public final class BaselineFile {
    private final File file;

    public BaselineFile(String path) {
        this.file = new File(path);
    }

    public boolean isThere() {
        return file.exists();
    }

    /** Returns the folder that recording writes to, or the nearest one above that is there. */
    File existingFolder() {
        File folder = file.getAbsoluteFile().getParentFile();
        while (!folder.exists() && folder.getParentFile() != null) {
            folder = folder.getParentFile();
        }
        return folder;
    }

    /**
     * Reads the file.
     *
     * @throws IOException if it cannot be read
     * @throws IllegalArgumentException if a line is no entry
     */
    public BaselineText read() throws IOException {
        List<String> lines = new ArrayList<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new FileInputStream(file), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                lines.add(line);
            }
        }
        return BaselineText.parse(lines);
    }

    /**
     * Adds entries to what is in the file by then, after other JVMs have had their turn.
     *
     * @throws IOException if that fails; the file is as it was then
     * @throws IllegalArgumentException if a line of the file has become no entry
     */
    synchronized void add(Collection<BaselineEntry> entries) throws IOException {
        FileGuard guard = FileGuard.of(file);
        try {
            boolean isNew = !isThere();
            BaselineText before = isNew ? BaselineText.empty() : read();
            if (isNew || !before.entries().containsAll(entries)) {
                write(before.with(entries));
            }
        } finally {
            guard.close();
        }
    }

    /**
     * Takes entries out of what is in the file by then, with the comments that are theirs.
     *
     * @throws IOException if that fails; the file is as it was then
     * @throws IllegalArgumentException if a line of the file has become no entry
     */
    public synchronized void remove(Collection<BaselineEntry> entries) throws IOException {
        FileGuard guard = FileGuard.of(file);
        try {
            write(read().without(entries));
        } finally {
            guard.close();
        }
    }

    /**
     * Writes the file anew, whatever was in it.
     *
     * @throws IOException if that fails; the file is as it was then
     */
    public void write(BaselineText text) throws IOException {
        WholeFile.write(file, new WholeFile.Content() {
            @Override
            public void writeTo(Writer out) throws IOException {
                out.write(text.toString());
            }
        });
    }

    /** Returns the path as it was given. */
    @Override
    public String toString() {
        return file.getPath();
    }
}
