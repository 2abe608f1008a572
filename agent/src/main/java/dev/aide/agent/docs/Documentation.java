package dev.aide.agent.docs;

import dev.aide.agent.classfile.ClassFile;
import dev.aide.agent.docs.source.SourceReader;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Finds out what documentation methods have, without loading their classes. For each class the first that knows it is
 * asked: the {@code __Javadoc.json} beside it, the sources beside its jar or folder of classes, then
 * {@code aide.docs.sources} in order. Annotations in the class file count before all these. Nothing is read before it
 * is asked for; a first question to a jar reads all of it. Safe for use by any thread.
 */
public final class Documentation {
    private final List<DocSource> named = new ArrayList<>();
    private final ConcurrentMap<Path, DocSource> beside = new ConcurrentHashMap<>();
    private final SourceReader reader;
    private final IndexCache cache;
    private final Warnings warnings;

    private Documentation(SourceReader reader, Path cache, Warnings warnings) {
        this.reader = reader;
        this.cache = new IndexCache(cache, warnings);
        this.warnings = warnings;
    }

    /**
     * Prepares to answer.
     *
     * @param sources jars and folders of sources, and files that {@link DocIndexBuilder} wrote
     * @param cache the folder to keep indexes of jars in from run to run, or null
     * @param warnings is told of each file that cannot be read; what it documents is unknown then
     */
    public static Documentation open(List<Path> sources, Path cache, Warnings warnings) {
        return open(SourceReader.withCompiler(), sources, cache, warnings);
    }

    /**
     * Prepares to answer, by paths as settings have them.
     *
     * @param cache empty where nothing is to be kept
     */
    public static Documentation openPaths(List<String> sources, String cache, Warnings warnings) {
        List<Path> paths = new ArrayList<>();
        for (String source : sources) {
            paths.add(Paths.get(source));
        }
        return open(paths, cache.isEmpty() ? null : Paths.get(cache), warnings);
    }

    static Documentation open(SourceReader reader, List<Path> sources, Path cache, Warnings warnings) {
        Documentation documentation = new Documentation(reader, cache, warnings);
        for (Path source : sources) {
            if (Files.exists(source)) {
                documentation.named.add(documentation.source(source));
            } else if (SourceFiles.isHidden(source)) {
                warnings.warn("aide.docs.sources: " + source
                        + " must not be read by this user: documentation is not judged by it");
            } else {
                warnings.warn("aide.docs.sources: " + source + " is not there; name a jar, a folder or an index");
            }
        }
        return documentation;
    }

    /**
     * Returns what is known of a class.
     *
     * @param file what it is defined by, before anybody's transformation if possible
     * @param loader where its resources are, or null for the bootstrap loader
     * @param location where it was loaded from ({@link java.security.CodeSource#getLocation}), or null
     */
    public ClassDocs of(ClassFile file, ClassLoader loader, URL location) {
        ClassFacts type = new ClassFacts(file);
        for (DocSource source : sources(loader, BesideClasses.sources(location))) {
            ClassDocs docs = source.find(type);
            if (docs != null) {
                return docs;
            }
        }
        return ClassDocs.unknown(type);
    }

    private List<DocSource> sources(ClassLoader loader, Path besideClasses) {
        List<DocSource> sources = new ArrayList<>();
        if (loader != null) {
            sources.add(new RetainedJavadoc(loader, warnings));
        }
        if (besideClasses != null) {
            sources.add(beside(besideClasses));
        }
        sources.addAll(named);
        return sources;
    }

    private DocSource beside(Path path) {
        DocSource known = beside.get(path);
        if (known != null) {
            return known;
        }
        DocSource opened = source(path);
        DocSource raced = beside.putIfAbsent(path, opened);
        return raced == null ? opened : raced;
    }

    private DocSource source(Path path) {
        if (Files.isDirectory(path)) {
            return new SourceFolder(path, reader, warnings);
        }
        if (path.toString().endsWith(DocIndexBuilder.ENDING)) {
            return new BuiltIndex(path, warnings);
        }
        return new SourceArchive(path, reader, cache, warnings);
    }
}
