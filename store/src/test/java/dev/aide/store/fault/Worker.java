package dev.aide.store.fault;

import dev.aide.store.Database;
import dev.aide.store.queue.Claim;
import dev.aide.store.queue.JobState;
import dev.aide.store.queue.PersistentQueue;
import dev.aide.store.queue.QueueOptions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Works on jobs, the effect and the completion in one transaction, and says each one, until there are no more. */
final class Worker {
    static final QueueOptions OPTIONS =
            QueueOptions.standard().withLease(Duration.ofMillis(300)).withMaxAttempts(1_000);

    private Worker() {}

    public static void main(String[] arguments) {
        try (Database db = Database.open(arguments[0])) {
            PersistentQueue queue = PersistentQueue.on(db, "jobs", OPTIONS);
            List<Claim> claims = queue.claim(5);
            while (!claims.isEmpty() || isUnfinished(queue)) {
                claims.forEach(claim -> work(db, queue, claim));
                claims = queue.claim(5);
            }
        }
    }

    // counting takes longer the more jobs there ever were, so it is asked only when there is nothing to claim
    private static boolean isUnfinished(PersistentQueue queue) {
        Map<JobState, Long> counts = queue.counts();
        return Stream.of(JobState.READY, JobState.SCHEDULED, JobState.CLAIMED).anyMatch(state -> counts.get(state) > 0);
    }

    private static void work(Database db, PersistentQueue queue, Claim claim) {
        boolean live = db.inTransaction(tx -> {
            if (!queue.in(tx).complete(claim)) {
                return false;
            }
            // the key refuses a second effect
            tx.insert("effects", Map.of("job", claim.id(), "claim", claim.number()));
            return true;
        });
        System.out.println(claim.id() + (live ? " complete" : " lost"));
    }
}
