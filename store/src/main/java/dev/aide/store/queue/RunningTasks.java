package dev.aide.store.queue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The claims that workers here are busy with: keeps their leases, and gives them back. Safe for many threads. */
final class RunningTasks {
    private static final Logger LOG = LoggerFactory.getLogger(RunningTasks.class);

    private final Map<Claim, TaskType> running = new ConcurrentHashMap<>();

    void begin(TaskType type, Claim claim) {
        running.put(claim, type);
    }

    /** Whether the claim was still here, and not given back. */
    boolean end(Claim claim) {
        return running.remove(claim) != null;
    }

    boolean isEmpty() {
        return running.isEmpty();
    }

    void heartbeat() {
        running.forEach((claim, type) -> {
            try {
                if (!type.queue().heartbeat(claim)) {
                    LOG.warn("task {} of type {} lost its lease while it ran", claim.id(), type.name());
                }
            } catch (RuntimeException e) {
                LOG.warn("the lease of task {} could not be extended now: {}", claim.id(), e.getMessage());
            }
        });
    }

    /** Gives back what has not ended, to be claimed by others at once. */
    void giveBack() {
        for (Claim claim : List.copyOf(running.keySet())) {
            TaskType type = running.remove(claim);
            if (type != null) {
                type.queue().snooze(claim, Duration.ZERO);
            }
        }
    }
}
