package dev.aide.agent.scan;

import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;

/** Class files below a folder. */
final class FolderRoot implements ClassRoot {
    private final Path folder;
    private final URL location;
    private final Set<String> names;

    FolderRoot(Path folder, Set<String> names) throws IOException {
        this.folder = folder;
        this.location = folder.toUri().toURL();
        this.names = names;
    }

    @Override
    public Set<String> names() {
        return Collections.unmodifiableSet(names);
    }

    @Override
    public byte[] read(String name) throws IOException {
        return Files.readAllBytes(folder.resolve(name));
    }

    @Override
    public String describe(String name) {
        return folder.resolve(name).toString();
    }

    @Override
    public URL location() {
        return location;
    }

    @Override
    public boolean isLibrary() {
        return false;
    }
}
