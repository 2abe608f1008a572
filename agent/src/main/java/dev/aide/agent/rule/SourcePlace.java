package dev.aide.agent.rule;

/** Where something stands in the sources; immutable. */
public final class SourcePlace {
    private final String path;
    private final int line;
    private final boolean isFound;

    private SourcePlace(String path, int line, boolean isFound) {
        this.path = path;
        this.line = line;
        this.isFound = isFound;
    }

    /**
     * Names a place as class files do, which do not know where their sources are.
     *
     * @param path the file, below the folder of the sources' top packages
     * @param line from 1; 0 where it is not known
     */
    public static SourcePlace below(String path, int line) {
        return new SourcePlace(path, line, false);
    }

    /**
     * Names a place in a file that was found.
     *
     * @param path the file, from the working folder on
     * @param line from 1; 0 where it is not known
     */
    public static SourcePlace found(String path, int line) {
        return new SourcePlace(path, line, true);
    }

    /** Returns the file, from the working folder on where it was found, else below the folder of the top packages. */
    public String path() {
        return path;
    }

    /** Returns the line, from 1; 0 where it is not known. */
    public int line() {
        return line;
    }

    /** Tells whether the path leads to the file from the working folder. */
    public boolean isFound() {
        return isFound;
    }

    /** Returns {@code com/acme/Order.java:12}. */
    @Override
    public String toString() {
        return line == 0 ? path : path + ':' + line;
    }
}
