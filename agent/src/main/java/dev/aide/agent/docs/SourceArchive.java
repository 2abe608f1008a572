package dev.aide.agent.docs;

import dev.aide.agent.docs.source.SourceReader;
import java.nio.file.Path;

/** A jar of sources, read as a whole when it is first asked. */
final class SourceArchive implements DocSource {
    private final Path jar;
    private final SourceReader reader;
    private final IndexCache cache;
    private final Warnings warnings;
    private DocIndex index;

    SourceArchive(Path jar, SourceReader reader, IndexCache cache, Warnings warnings) {
        this.jar = jar;
        this.reader = reader;
        this.cache = cache;
        this.warnings = warnings;
    }

    @Override
    public ClassDocs find(ClassFacts type) {
        return index().find(type);
    }

    private synchronized DocIndex index() {
        if (index == null) {
            index = cache.find(jar);
        }
        if (index == null) {
            SourceIndexer indexer = new SourceIndexer(reader, warnings);
            indexer.addJar(jar);
            index = indexer.index();
            // what warns is read again by the next run, which then warns too
            if (indexer.isComplete()) {
                cache.keep(jar, index);
            }
        }
        return index;
    }
}
