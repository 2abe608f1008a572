package dev.aide.agent.docs;

/** A tag of a documentation comment that the method's declaration has left behind. Immutable. */
public final class StaleTag {
    private final String tag;
    private final String reason;

    StaleTag(String tag, String reason) {
        this.tag = tag;
        this.reason = reason;
    }

    /** Returns the tag with the name behind it, as the comment has them. */
    public String tag() {
        return tag;
    }

    /** Tells whether it is the {@code @param} of a name. */
    public boolean isOf(String parameter) {
        return tag.equals("@param " + parameter);
    }

    /** Returns what the declaration says instead. */
    public String reason() {
        return reason;
    }

    @Override
    public String toString() {
        return tag + ": " + reason;
    }
}
