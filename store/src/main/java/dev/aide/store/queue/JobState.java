package dev.aide.store.queue;

import java.util.Locale;

/** Where a job is. Immutable. */
public enum JobState {
    /** Waits to be claimed. */
    READY,
    /** Waits for its time: it was pushed with a delay, or failed and will be tried again. */
    SCHEDULED,
    /** A worker has it, for as long as its lease. */
    CLAIMED,
    /** Done. */
    COMPLETE,
    /** Given up, with the error; it can be requeued. */
    DEAD;

    String column() {
        return name().toLowerCase(Locale.ROOT);
    }

    static JobState of(String column) {
        return valueOf(column.toUpperCase(Locale.ROOT));
    }
}
