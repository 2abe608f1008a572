package dev.aide.agent.config;

/**
 * How many elements of one container are looked at: all of them up to {@link #all()}, else {@link #picked()} of them,
 * the first and the last among them where the container gives them by index.
 *
 * <p>Immutable.
 */
public final class Depth {
    private static final Depth SHALLOW = new Depth("shallow", 0, 0);
    private static final Depth SAMPLE = new Depth("sample", 8, 4);
    private static final Depth FULL = new Depth("full", Integer.MAX_VALUE, Integer.MAX_VALUE);

    private final String text;
    private final int all;
    private final int picked;

    private Depth(String text, int all, int picked) {
        this.text = text;
        this.all = all;
        this.picked = picked;
    }

    static Depth parse(String value, String origin) throws BadConfiguration {
        switch (value) {
            case "shallow":
                return SHALLOW;
            case "sample":
                return SAMPLE;
            case "full":
                return FULL;
            default:
                if (value.startsWith("budget:")) {
                    try {
                        int elements = Integer.parseInt(value.substring("budget:".length()));
                        if (elements > 0) {
                            return new Depth(value, elements, elements);
                        }
                    } catch (NumberFormatException e) {
                        // said below, in the words for every wrong value
                    }
                }
                throw new BadConfiguration(origin + ": '" + value
                        + "' is not a depth; write shallow, sample, full or budget:<n> with n from 1 up");
        }
    }

    /** Returns the largest size at which every element is looked at; 0 means that elements are never looked at. */
    public int all() {
        return all;
    }

    /** Returns how many elements of a larger container are looked at. */
    public int picked() {
        return picked;
    }

    @Override
    public String toString() {
        return text;
    }
}
