package dev.aide.agent.docs;

import java.util.List;

/** What is known of one method's documentation; immutable. */
public final class MethodDoc {
    static final MethodDoc UNKNOWN = new MethodDoc(Verdict.UNKNOWN, DocTags.NONE, null, null);
    static final MethodDoc MISSING = new MethodDoc(Verdict.MISSING, DocTags.NONE, null, null);
    static final MethodDoc ANNOTATED = new MethodDoc(Verdict.DOCUMENTED, DocTags.NONE, null, null);

    private final Verdict verdict;
    private final DocTags tags;
    private final List<String> parameters;
    private final List<String> typeParameters;

    MethodDoc(Verdict verdict, DocTags tags, List<String> parameters, List<String> typeParameters) {
        this.verdict = verdict;
        this.tags = tags;
        this.parameters = parameters;
        this.typeParameters = typeParameters;
    }

    public Verdict verdict() {
        return verdict;
    }

    /** Tells whether the comment takes words from the method that this one overrides. */
    public boolean inheritsDoc() {
        return tags.inherits;
    }

    /** Returns what {@code @param} names, in order. */
    public List<String> paramTags() {
        return tags.parameters;
    }

    /** Returns what {@code @param <T>} names, in order and without the brackets. */
    public List<String> typeParamTags() {
        return tags.typeParameters;
    }

    public boolean hasReturnTag() {
        return tags.hasReturn;
    }

    /** Returns what {@code @throws} names, in order: qualified where the source imports it by name, else as written. */
    public List<String> throwsTags() {
        return tags.thrown;
    }

    /** Returns the parameters' names in the source that the comment stands in; null where that is not known. */
    List<String> parameters() {
        return parameters;
    }

    /** Returns the names of the method's own type parameters in that source; null where that is not known. */
    List<String> typeParameters() {
        return typeParameters;
    }
}
