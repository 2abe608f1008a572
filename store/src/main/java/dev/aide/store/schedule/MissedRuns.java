package dev.aide.store.schedule;

/** What happens to runs whose time passed while nothing could run them. Immutable. */
public enum MissedRuns {
    /** However many were missed, one run makes up for them. */
    RUN_ONCE,
    /** Each is made up for, one after the other. */
    RUN_ALL,
    /** Runs that are more than ten seconds late are left out. */
    SKIP
}
