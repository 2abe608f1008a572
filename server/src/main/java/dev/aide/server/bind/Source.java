package dev.aide.server.bind;

/** Where a value comes from. */
public enum Source {
    PATH("path"),
    QUERY("query"),
    BODY("body"),
    /** The body itself, not one of its fields. */
    WHOLE_BODY("body"),
    /** Not from the client's values: the request itself, its caller or its peer. */
    REQUEST("");

    private final String word;

    Source(String word) {
        this.word = word;
    }

    Place place(String name) {
        return this == WHOLE_BODY ? Place.root(word) : Place.root(word).child(name);
    }
}
