package dev.aide.agent.docs;

import java.io.IOException;
import java.nio.file.Path;

/** An index that was built ahead, read when it is first asked. */
final class BuiltIndex implements DocSource {
    private final Path file;
    private final Warnings warnings;
    private DocIndex index;

    BuiltIndex(Path file, Warnings warnings) {
        this.file = file;
        this.warnings = warnings;
    }

    @Override
    public ClassDocs find(ClassFacts type) {
        return index().find(type);
    }

    private synchronized DocIndex index() {
        if (index == null) {
            try {
                index = IndexFile.read(file);
            } catch (IOException e) {
                warnings.warn(file + " cannot be used (" + e.getMessage()
                        + "): build it again with this version of aide; documentation is not judged by it");
                index = DocIndex.EMPTY;
            }
        }
        return index;
    }
}
