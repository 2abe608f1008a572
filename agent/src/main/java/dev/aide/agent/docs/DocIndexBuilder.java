package dev.aide.agent.docs;

import dev.aide.agent.docs.source.SourceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Builds an index of documentation ahead, for programs that run where their sources are not. */
public final class DocIndexBuilder {
    /** What the name of an index ends with, so that {@code aide.docs.sources} knows it for one. */
    public static final String ENDING = ".aidedocs";

    private DocIndexBuilder() {}

    /**
     * Reads sources and writes the index, whole or not at all.
     *
     * @param sources jars of sources, and folders that are searched with all below them
     * @param target the file, whose name ends with {@value #ENDING}; replaced if it is there
     * @param warnings is told of what cannot be read and is left out
     * @return the number of classes in the index
     * @throws IllegalArgumentException if the target's name ends otherwise
     * @throws IOException if the index cannot be written
     */
    public static int build(List<Path> sources, Path target, Warnings warnings) throws IOException {
        if (!target.toString().endsWith(ENDING)) {
            throw new IllegalArgumentException(target + " does not end with " + ENDING
                    + ", by which aide.docs.sources knows an index; call it " + target + ENDING);
        }
        SourceIndexer indexer = new SourceIndexer(SourceReader.withCompiler(), warnings);
        for (Path source : sources) {
            if (Files.isDirectory(source)) {
                indexer.addFolder(source);
            } else {
                indexer.addJar(source);
            }
        }
        DocIndex index = indexer.index();
        IndexFile.write(index, target);
        return index.types().size();
    }
}
