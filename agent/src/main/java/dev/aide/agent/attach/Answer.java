package dev.aide.agent.attach;

import java.util.Properties;

/**
 * What came of attaching. The agent leaves it in a system property of its JVM, since it cannot return anything; who attached
 * reads it there. Immutable.
 */
public final class Answer {
    /** Not below {@code aide.}, where settings stand. */
    private static final String PROPERTY = "dev.aide.answer";

    private static final String DONE = "done";
    private static final String REFUSED = "refused";

    private final boolean isRefused;
    private final String text;

    private Answer(boolean isRefused, String text) {
        this.isRefused = isRefused;
        this.text = text;
    }

    /** What was asked is done. */
    public static Answer done(String text) {
        return new Answer(false, text);
    }

    /** What was asked cannot be meant as written, and the JVM was left as it was. */
    public static Answer refused(String text) {
        return new Answer(true, text);
    }

    /**
     * Returns the answer that came to a JVM's system properties in between; null where none did.
     *
     * @param before the properties as they were
     * @param after the properties as they are
     */
    static Answer between(Properties before, Properties after) {
        String value = after.getProperty(PROPERTY);
        if (value == null || value.equals(before.getProperty(PROPERTY))) {
            return null;
        }
        int number = value.indexOf(' ');
        int end = value.indexOf('\n');
        return new Answer(value.substring(0, number).equals(REFUSED), value.substring(end + 1));
    }

    /** Leaves it for who attached, with a number that no other answer has. */
    public void leave() {
        System.setProperty(PROPERTY, (isRefused ? REFUSED : DONE) + ' ' + System.nanoTime() + '\n' + text);
    }

    public boolean isRefused() {
        return isRefused;
    }

    /** Returns what was done, or why not, in a sentence. */
    public String text() {
        return text;
    }
}
