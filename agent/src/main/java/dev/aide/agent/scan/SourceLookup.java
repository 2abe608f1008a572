package dev.aide.agent.scan;

import dev.aide.agent.docs.SourceFiles;
import dev.aide.agent.rule.SourcePlace;
import java.net.URL;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.List;

/** Finds what class files name of their sources, so that reports lead to the file in the checkout. Immutable. */
final class SourceLookup {
    private final SourceFiles files;
    private final Path working = Paths.get("").toAbsolutePath();

    SourceLookup(List<String> folders) {
        this.files = new SourceFiles(folders);
    }

    /**
     * Returns a place as seen from the working folder, or as it was where its file is not found below that.
     *
     * @param location the jar or folder of the class, or null
     */
    SourcePlace find(SourcePlace named, URL location) {
        Path file = files.find(named.path(), location);
        Path absolute = file == null ? null : file.toAbsolutePath().normalize();
        if (absolute == null || !absolute.startsWith(working)) {
            return named;
        }
        String path = working.relativize(absolute).toString();
        return SourcePlace.found(path.replace(working.getFileSystem().getSeparator(), "/"), named.line());
    }
}
