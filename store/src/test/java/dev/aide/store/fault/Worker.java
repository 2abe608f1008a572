package dev.aide.store.fault;

import dev.aide.store.Database;
import dev.aide.store.queue.Claim;
import dev.aide.store.queue.PersistentQueue;
import dev.aide.store.queue.QueueOptions;
import java.time.Duration;
import java.util.Map;

/** Works on jobs, the effect and the completion in one transaction, and says each one, until there are no more. */
final class Worker {
    static final QueueOptions OPTIONS =
            QueueOptions.standard().withLease(Duration.ofMillis(300)).withMaxAttempts(1_000);

    private Worker() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Database db = Database.open(arguments[0])) {
            PersistentQueue queue = PersistentQueue.on(db, "jobs", OPTIONS);
            while (queue.counts().entrySet().stream().anyMatch(state -> switch (state.getKey()) {
                case READY, SCHEDULED, CLAIMED -> state.getValue() > 0;
                case COMPLETE, DEAD -> false;
            })) {
                for (Claim claim : queue.claim(5)) {
                    work(db, queue, claim);
                }
            }
        }
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
