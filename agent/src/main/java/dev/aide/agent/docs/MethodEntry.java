package dev.aide.agent.docs;

import dev.aide.agent.docs.source.SourceMethod;
import java.util.List;

/** A method as a source of documentation knows it; immutable. */
final class MethodEntry {
    final String name;
    final List<String> parameterTypes;
    /** Null where the source of documentation does not say. */
    final List<String> parameterNames;
    /** Null where the source of documentation does not say. */
    final List<String> typeParameters;

    final DocTags tags;

    MethodEntry(
            String name,
            List<String> parameterTypes,
            List<String> parameterNames,
            List<String> typeParameters,
            DocTags tags) {
        this.name = name;
        this.parameterTypes = parameterTypes;
        this.parameterNames = parameterNames;
        this.typeParameters = typeParameters;
        this.tags = tags;
    }

    static MethodEntry of(SourceMethod method, List<String> imports) {
        DocTags tags = method.comment() == null ? DocTags.NONE : DocComment.read(method.comment(), imports);
        return new MethodEntry(
                method.name(), method.parameterTypes(), method.parameterNames(), method.typeParameters(), tags);
    }

    boolean isDocumented() {
        return tags.hasWords;
    }

    MethodDoc doc() {
        return new MethodDoc(
                isDocumented() ? Verdict.DOCUMENTED : Verdict.MISSING, tags, parameterNames, typeParameters);
    }
}
