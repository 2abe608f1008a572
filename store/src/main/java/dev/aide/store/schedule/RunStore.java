package dev.aide.store.schedule;

import java.time.Instant;
import java.util.Optional;

/** Where the states of schedules are kept. Implementations are safe for use by many threads. */
interface RunStore {

    /** Keeps the state of a schedule that is there with the same timing, else begins it anew. */
    void register(String name, Timing timing, Instant firstDue);

    Optional<RunState> read(String name);

    /**
     * Takes the next claim, if the state is still the one that was seen.
     *
     * @param due the due time from now on, or null for none
     * @param leaseUntil until when the run is taken for alive, or null if others may run beside it
     */
    boolean claim(String name, RunState seen, Instant due, Instant leaseUntil);

    /** Extends the lease of a claim that is still the last one. */
    void extend(String name, long claim, Instant leaseUntil);

    /** Ends the run of a claim that is still the last one; the due time may be null for none. */
    void finish(String name, long claim, Instant due);

    void remove(String name);
}
