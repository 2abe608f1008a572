package dev.aide.agent.baseline;

import dev.aide.agent.config.Setting;

/** What runs showed of an entry of the baseline; immutable. */
public final class EntryState {
    private final String entry;
    private final boolean isSeen;
    private final int executions;
    private final int proof;
    private final boolean isMethodGone;
    private final boolean isRefuted;

    /**
     * Describes an entry.
     *
     * @param entry the line
     * @param executions how often the method was checked; not counted beyond {@code proof} in one JVM
     * @param proof how many executions without the finding are enough to propose that the line is removed
     * @param isMethodGone whether the class was read and has no such method
     */
    public EntryState(String entry, boolean isSeen, int executions, int proof, boolean isMethodGone) {
        this(entry, isSeen, executions, proof, isMethodGone, false);
    }

    private EntryState(
            String entry, boolean isSeen, int executions, int proof, boolean isMethodGone, boolean isRefuted) {
        this.entry = entry;
        this.isSeen = isSeen;
        this.executions = executions;
        this.proof = proof;
        this.isMethodGone = isMethodGone;
        this.isRefuted = isRefuted;
    }

    /** Returns what is known of an entry that no JVM counted for: nothing. */
    public static EntryState uncounted(BaselineEntry entry) {
        int proof = Integer.parseInt(Setting.BASELINE_PROOF.defaultValue());
        return new EntryState(entry.toString(), false, 0, proof, false);
    }

    /** Returns what this and another JVM showed together. */
    public EntryState and(EntryState other) {
        return new EntryState(
                entry,
                isSeen || other.isSeen,
                executions + other.executions,
                Math.max(proof, other.proof),
                isMethodGone || other.isMethodGone,
                isRefuted || other.isRefuted);
    }

    /** Returns the line. */
    public String entry() {
        return entry;
    }

    /** Tells whether the finding came. */
    public boolean isSeen() {
        return isSeen;
    }

    /** Returns how often the method was checked; not counted beyond {@link #proof()} in one JVM. */
    public int executions() {
        return executions;
    }

    public int proof() {
        return proof;
    }

    /** Tells whether a JVM read the class and found no such method. */
    public boolean isMethodGone() {
        return isMethodGone;
    }

    /** Tells whether a JVM judged the method by a rule that needs no call, and did not find it. */
    public boolean isRefuted() {
        return isRefuted;
    }

    /**
     * Tells whether to propose that the line is removed: the method ran often enough without the finding, or was judged
     * without it.
     */
    public boolean isObsolete() {
        return !isSeen && (isRefuted || executions >= proof);
    }

    /** Tells whether the line is proven to be of no use any more: obsolete, or stale. */
    public boolean isGone() {
        return isObsolete() || isStale();
    }

    /** Returns why the line is of no use any more, in words; empty where that is not proven. */
    public String proofInWords() {
        return isStale()
                ? "is of a method that its class does not have any more"
                : !isObsolete()
                        ? ""
                        : isRefuted
                                ? "was not found when its method was judged"
                                : "did not come in at least " + executions + " executions";
    }

    /** Returns this as a run left it that the finding came in. */
    public EntryState seen() {
        return new EntryState(entry, true, executions, proof, isMethodGone, isRefuted);
    }

    /** Returns this as a run left it that judged the method and did not find it. */
    public EntryState refuted() {
        return new EntryState(entry, isSeen, executions, proof, isMethodGone, true);
    }

    /** Tells whether the line names a method that its class no longer has, in any JVM that ran the class. */
    public boolean isStale() {
        return isMethodGone && !isSeen && executions == 0;
    }
}
