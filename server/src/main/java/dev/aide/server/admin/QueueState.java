package dev.aide.server.admin;

import dev.aide.store.StoreException;
import dev.aide.store.queue.JobState;
import dev.aide.store.queue.PersistentQueue;
import java.util.List;
import java.util.Map;

/**
 * A queue as it stands. Immutable.
 *
 * @param name its name
 * @param counts how many jobs there are in each state
 * @param dead the dead ones that died last
 * @param problem why nothing is known of it; empty if all is well
 */
record QueueState(String name, Map<JobState, Long> counts, List<DeadJob> dead, String problem) {
    private static final int MOST_DEAD = 50;

    static QueueState of(PersistentQueue queue, boolean showsPayloads) {
        try {
            List<DeadJob> dead = queue.dead(MOST_DEAD).stream()
                    .map(job -> DeadJob.of(job, showsPayloads))
                    .toList();
            return new QueueState(queue.name(), queue.counts(), dead, "");
        } catch (StoreException | IllegalStateException e) {
            // the rest of the page is needed most when something is wrong
            return new QueueState(queue.name(), Map.of(), List.of(), e.getMessage());
        }
    }
}
