package dev.aide.agent.rule;

/** In what respects a value is checked: one character in a site's constants. Immutable. */
public final class Facets {
    private static final int TYPES = 1;
    private static final int NULLS = 2;
    private static final int LENGTH = 4;

    private final int bits;

    private Facets(int bits) {
        this.bits = bits;
    }

    public static Facets of(boolean types, boolean nulls, boolean length) {
        return new Facets((types ? TYPES : 0) | (nulls ? NULLS : 0) | (length ? LENGTH : 0));
    }

    /** Reads the character for the value at an index. */
    public static Facets at(CharSequence texts, int index) {
        return new Facets(texts.charAt(index) - '0');
    }

    public boolean isNone() {
        return bits == 0;
    }

    public boolean ofTypes() {
        return (bits & TYPES) != 0;
    }

    public boolean ofNulls() {
        return (bits & NULLS) != 0;
    }

    public boolean ofLength() {
        return (bits & LENGTH) != 0;
    }

    @Override
    public String toString() {
        return String.valueOf((char) ('0' + bits));
    }
}
