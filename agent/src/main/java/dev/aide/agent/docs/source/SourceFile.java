package dev.aide.agent.docs.source;

import java.util.Collections;
import java.util.List;

/** What a source file declares, as far as documentation can stand on it; immutable. */
public final class SourceFile {
    private final List<String> imports;
    private final List<SourceType> types;

    SourceFile(List<String> imports, List<SourceType> types) {
        this.imports = Collections.unmodifiableList(imports);
        this.types = Collections.unmodifiableList(types);
    }

    /** Returns the canonical names of the types that are imported one by one. */
    public List<String> imports() {
        return imports;
    }

    /** Returns the types with those nested in them; local and anonymous classes are none. */
    public List<SourceType> types() {
        return types;
    }
}
