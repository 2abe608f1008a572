package dev.aide.agent.docs;

import dev.aide.agent.docs.source.SourceReader;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A folder of sources, or a project with src/main/java; each file is read when one of its classes is asked for. */
final class SourceFolder implements DocSource {
    private final Path root;
    private final SourceReader reader;
    private final Warnings warnings;
    private final ConcurrentMap<Path, DocIndex> files = new ConcurrentHashMap<>();
    private final AtomicBoolean isWarned = new AtomicBoolean();

    SourceFolder(Path root, SourceReader reader, Warnings warnings) {
        this.root = root;
        this.reader = reader;
        this.warnings = warnings;
    }

    @Override
    public ClassDocs find(ClassFacts type) {
        Path file = SourceFiles.in(root, type.sourcePath());
        if (file == null
                && !isWarned.get()
                && SourceFiles.isHidden(root, type.sourcePath())
                && isWarned.compareAndSet(false, true)) {
            warnings.warn(root + " or a folder in it must not be read by this user: documentation is not judged by it");
        }
        return file == null ? null : index(file).find(type);
    }

    private DocIndex index(Path file) {
        DocIndex index = files.get(file);
        if (index != null) {
            return index;
        }
        synchronized (files) {
            index = files.get(file);
            if (index == null) {
                SourceIndexer indexer = new SourceIndexer(reader, warnings);
                indexer.addFile(file);
                index = indexer.index();
                files.put(file, index);
            }
            return index;
        }
    }
}
