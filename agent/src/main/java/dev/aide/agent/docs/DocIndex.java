package dev.aide.agent.docs;

import dev.aide.agent.docs.source.SourceFile;
import dev.aide.agent.docs.source.SourceMethod;
import dev.aide.agent.docs.source.SourceType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The documentation of many classes, each kept as bytes until it is asked for. Immutable. */
final class DocIndex {
    static final DocIndex EMPTY = new DocIndex(new HashMap<String, byte[]>());

    private final Map<String, byte[]> types;

    DocIndex(Map<String, byte[]> types) {
        this.types = types;
    }

    ClassDocs find(ClassFacts type) {
        byte[] methods = types.get(type.binaryName());
        return methods == null ? null : new ClassDocs(type, IndexFormat.methods(methods), MethodDoc.UNKNOWN);
    }

    /** Returns each class's methods in {@link IndexFormat}, by binary name. */
    Map<String, byte[]> types() {
        return types;
    }

    static final class Builder {
        // sorted, so that the same source gives the same file
        private final Map<String, byte[]> types = new TreeMap<>();

        /** Adds a file's types; of two with one name the first counts. */
        void add(SourceFile file) {
            for (SourceType type : file.types()) {
                if (!types.containsKey(type.binaryName())) {
                    List<MethodEntry> methods = new ArrayList<>();
                    for (SourceMethod method : type.methods()) {
                        methods.add(MethodEntry.of(method, file.imports()));
                    }
                    types.put(type.binaryName(), IndexFormat.bytes(methods));
                }
            }
        }

        DocIndex build() {
            return new DocIndex(types);
        }
    }
}
