package dev.aide.store.fault;

import dev.aide.store.Database;
import dev.aide.store.Schema;
import dev.aide.store.StoreException;
import dev.aide.store.buffer.DatabaseBuffer;
import dev.aide.store.buffer.PersistedBuffer;
import dev.aide.store.queue.Outcome;
import dev.aide.store.queue.PersistentQueue;
import dev.aide.store.queue.TaskBuffer;
import dev.aide.store.schedule.Scheduler;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Uses all that needs no database of its own, and says what came of each. */
final class DefaultFileUser {

    private DefaultFileUser() {}

    public static void main(String[] arguments) throws Exception {
        try (PersistentQueue queue = PersistentQueue.open("mails")) {
            System.out.println("queue " + queue.push("a"));
        } catch (StoreException e) {
            System.out.println(e.reason() + " " + e.getMessage());
            return;
        }
        try (TaskBuffer tasks =
                TaskBuffer.builder().handler("mail", task -> Outcome.done()).start()) {
            tasks.push("mail", "b");
            tasks.drain();
            System.out.println("tasks done");
        }
        CountDownLatch ran = new CountDownLatch(1);
        try (Scheduler scheduler = Scheduler.builder().persistent().start()) {
            scheduler.runOnce("warm-up", ran::countDown);
            ran.await();
            System.out.println("schedule ran");
        }
        try (Database db = Database.open("jdbc:sqlite:main.db")) {
            db.apply(Schema.of(Map.of("notes", "name TEXT")));
            try (PersistedBuffer buffer = DatabaseBuffer.builder(db).startPersisted()) {
                buffer.insert("notes", Map.of("name", "c")).join();
            }
            System.out.println("notes " + db.fetch("notes").count());
        }
    }
}
