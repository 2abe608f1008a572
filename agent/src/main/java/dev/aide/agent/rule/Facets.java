package dev.aide.agent.rule;

import dev.aide.agent.type.Mismatch;

/** What a value is checked for: one character in a site's constants. Immutable. */
public final class Facets {
    public static final Facets NONE = new Facets(0);

    private final int bits;

    private Facets(int bits) {
        this.bits = bits;
    }

    /** Reads the character for the value at an index. */
    public static Facets at(CharSequence texts, int index) {
        return new Facets(texts.charAt(index) - '0');
    }

    /** Returns the same with one more. */
    public Facets with(Mismatch.Kind kind) {
        return new Facets(bits | bit(kind));
    }

    public boolean isNone() {
        return bits == 0;
    }

    public boolean has(Mismatch.Kind kind) {
        return (bits & bit(kind)) != 0;
    }

    private static int bit(Mismatch.Kind kind) {
        switch (kind) {
            case TYPE:
                return 1;
            case NULL:
                return 2;
            default:
                return 4;
        }
    }

    @Override
    public String toString() {
        return String.valueOf((char) ('0' + bits));
    }
}
