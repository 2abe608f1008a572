package dev.aide.agent.docs;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** What one documentation comment says, as far as rules ask; immutable. */
final class DocTags {
    static final DocTags NONE = new Builder().build();

    final boolean hasWords;
    final boolean inherits;
    final boolean hasReturn;
    final List<String> parameters;
    final List<String> typeParameters;
    final List<String> thrown;

    DocTags(Builder builder) {
        this.hasWords = builder.hasWords;
        this.inherits = builder.inherits;
        this.hasReturn = builder.hasReturn;
        this.parameters = Collections.unmodifiableList(builder.parameters);
        this.typeParameters = Collections.unmodifiableList(builder.typeParameters);
        this.thrown = Collections.unmodifiableList(builder.thrown);
    }

    static final class Builder {
        boolean hasWords;
        boolean inherits;
        boolean hasReturn;
        List<String> parameters = new ArrayList<>();
        List<String> typeParameters = new ArrayList<>();
        List<String> thrown = new ArrayList<>();

        DocTags build() {
            return new DocTags(this);
        }
    }
}
