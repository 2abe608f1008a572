package dev.aide.agent.attach;

import dev.aide.agent.Agent;

/** What came of attaching; immutable. */
public final class Answer {
    private final boolean isRefused;
    private final String text;

    private Answer(boolean isRefused, String text) {
        this.isRefused = isRefused;
        this.text = text;
    }

    /** Reads the value of {@link Agent#ANSWER}. */
    static Answer parse(String value) {
        int end = value.indexOf('\n');
        return new Answer(value.substring(0, end).equals(Agent.REFUSED), value.substring(end + 1));
    }

    /** Tells whether the JVM was left as it was, since what was asked cannot be meant as written. */
    public boolean isRefused() {
        return isRefused;
    }

    /** Returns what was done, or why not, in a sentence. */
    public String text() {
        return text;
    }
}
