package dev.aide.store.fault;

import dev.aide.store.Database;
import dev.aide.store.schedule.Scheduler;
import java.time.Duration;
import java.util.Map;

/** Runs many one-time schedules, and says each one, until all have run. */
final class Ticker {
    static final int SCHEDULES = 60;

    private Ticker() {}

    public static void main(String[] arguments) throws InterruptedException {
        try (Database db = Database.open(arguments[0]);
                Scheduler scheduler = Scheduler.builder()
                        .database(db)
                        .lease(Duration.ofMillis(500))
                        .start()) {
            for (int i = 0; i < SCHEDULES; i++) {
                String name = "run " + i;
                scheduler.runOnce(name, () -> {
                    db.insert("runs", Map.of("name", name));
                    System.out.println(name);
                });
            }
            while (db.fetch("aide_schedule").where("due IS NOT NULL").count() > 0) {
                Thread.sleep(20);
            }
        }
    }
}
