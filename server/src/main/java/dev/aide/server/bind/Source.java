package dev.aide.server.bind;

/** Where a value comes from. */
public enum Source {
    PATH("path"),
    QUERY("query"),
    BODY("body"),
    /** Not from the client's values: the request itself, its caller or its peer. */
    REQUEST("");

    private final String word;

    Source(String word) {
        this.word = word;
    }

    Place place(String name) {
        return Place.root(word).child(name);
    }
}
