package dev.aide.server.bind;

/**
 * Where a value is. Immutable.
 *
 * @param in {@code path}, {@code query} or {@code body}
 * @param pointer JSON pointer (RFC 6901)
 */
record Place(String in, String pointer) {

    static Place root(String in) {
        return new Place(in, "");
    }

    Place child(String name) {
        return new Place(in, pointer + "/" + escaped(name));
    }

    Place child(int index) {
        return new Place(in, pointer + "/" + index);
    }

    static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }
}
