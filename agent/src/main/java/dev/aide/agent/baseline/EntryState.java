package dev.aide.agent.baseline;

/** What a run showed of an entry of the baseline; immutable. */
public final class EntryState {
    private final String entry;
    private final boolean isSeen;
    private final int executions;
    private final boolean isObsolete;
    private final boolean isStale;

    public EntryState(String entry, boolean isSeen, int executions, boolean isObsolete, boolean isStale) {
        this.entry = entry;
        this.isSeen = isSeen;
        this.executions = executions;
        this.isObsolete = isObsolete;
        this.isStale = isStale;
    }

    /** Returns the line. */
    public String entry() {
        return entry;
    }

    /** Tells whether the finding came. */
    public boolean isSeen() {
        return isSeen;
    }

    /** Returns how often the method was checked, up to {@code aide.baseline.proof}. */
    public int executions() {
        return executions;
    }

    /** Tells whether the method ran often enough without the finding to propose that the line is removed. */
    public boolean isObsolete() {
        return isObsolete;
    }

    /** Tells whether the class was read and has no such method. */
    public boolean isStale() {
        return isStale;
    }
}
