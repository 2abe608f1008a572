package dev.aide.store.fault;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.store.Condition;
import dev.aide.store.Database;
import dev.aide.store.Engine;
import dev.aide.store.OnBothDatabases;
import dev.aide.store.Schema;
import dev.aide.store.buffer.DatabaseBuffer;
import dev.aide.store.buffer.PersistedBuffer;
import dev.aide.store.queue.JobState;
import dev.aide.store.queue.NewJob;
import dev.aide.store.queue.PersistentQueue;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Processes that are killed at random points; the seeds are fixed, the profile {@code long} has more rounds. */
@Execution(ExecutionMode.CONCURRENT)
class KillIT extends OnBothDatabases {
    private static final int ROUNDS = Integer.getInteger("aide.fault.rounds", 3);

    private String childUrl() {
        return engine == Engine.SQLITE ? url : url + "&ApplicationName=child";
    }

    // PostgreSQL ends what a dead client has sent; SQLite dies with the process
    private void awaitEndOfChildren() {
        if (engine == Engine.POSTGRESQL) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> db.query("SELECT 1 FROM pg_stat_activity WHERE application_name = 'child'")
                            .list()
                            .isEmpty());
        }
    }

    @Test
    void every_write_that_was_acknowledged_is_there_after_a_kill() {
        db.apply(Schema.of(Map.of("notes", "id INTEGER PRIMARY KEY, name TEXT UNIQUE")));
        Random random = new Random(1);
        Set<String> acknowledged = new HashSet<>();
        for (int round = 0; round < ROUNDS; round++) {
            try (Child writer = Child.start(Writer.class, url, "round " + round)) {
                List<String> said = writer.killAfter(1 + random.nextInt(2_000));
                // the last line may be cut short
                acknowledged.addAll(said.subList(0, said.size() - 1));
            }
        }
        // at the end, so that a write that a later round undid would be missed too
        Set<String> there = new HashSet<>(db.fetch("notes").columns("name").map(row -> row.text("name")));
        assertThat(there).containsAll(acknowledged);
        if (engine == Engine.SQLITE) {
            assertThat(db.query("PRAGMA integrity_check").first().orElseThrow().text("integrity_check"))
                    .isEqualTo("ok");
        }
    }

    @Test
    void every_journalled_write_takes_effect_once_and_in_its_order(@TempDir Path directory) {
        db.apply(Schema.of(Map.of("entries", "id INTEGER PRIMARY KEY, writer TEXT, n INTEGER")));
        String ownFile = "jdbc:sqlite:" + directory.resolve("journal.db");
        Random random = new Random(4);
        Map<String, Long> acknowledged = new HashMap<>();
        for (int round = 0; round < ROUNDS; round++) {
            // a journal in a file of its own, and one in the same database
            String journal = round % 2 == 0 ? ownFile : url;
            try (Child writer = Child.start(Journaller.class, url, journal, "round" + round)) {
                List<String> said = writer.killAfter(1 + random.nextInt(500));
                said.subList(0, said.size() - 1).forEach(line -> {
                    int space = line.indexOf(' ');
                    acknowledged.merge(line.substring(0, space), Long.valueOf(line.substring(space + 1)), Math::max);
                });
            }
        }
        applyTheRest(ownFile);
        applyTheRest(url);

        Map<String, Long> next = new HashMap<>();
        db.fetch("entries").orderBy("id").forEach(row -> {
            String writer = row.text("writer");
            assertThat(row.number("n")).as(writer).isEqualTo(next.getOrDefault(writer, 0L));
            next.put(writer, row.number("n") + 1);
        });
        acknowledged.forEach(
                (writer, n) -> assertThat(next.get(writer)).as(writer).isGreaterThan(n));
    }

    private void applyTheRest(String journalUrl) {
        try (Database journal = Database.open(journalUrl);
                PersistedBuffer buffer = DatabaseBuffer.builder(db).startPersisted(journal)) {
            Awaitility.await()
                    .atMost(Duration.ofMinutes(2))
                    .until(() -> buffer.counts().waiting() == 0);
        }
    }

    @Test
    void every_job_takes_effect_once_however_often_its_workers_are_killed() throws Exception {
        db.apply(Schema.of(Map.of("effects", "job INTEGER NOT NULL UNIQUE, claim INTEGER NOT NULL")));
        PersistentQueue queue = PersistentQueue.on(db, "jobs", Worker.OPTIONS);
        Random random = new Random(2);
        int pushed = 0;
        for (int round = 0; round < ROUNDS; round++) {
            queue.pushAll(IntStream.range(0, 100).mapToObj(NewJob::of).toList());
            pushed += 100;
            try (Child one = Child.start(Worker.class, url);
                    Child two = Child.start(Worker.class, url)) {
                one.killAfter(1 + random.nextInt(60));
                two.killAfter(1 + random.nextInt(30));
            }
        }
        try (Child last = Child.start(Worker.class, url)) {
            while (last.line() != null) {
                // reads on until the worker has nothing left to do
            }
            assertThat(last.finish()).isZero();
        }
        assertThat(queue.counts()).containsEntry(JobState.COMPLETE, (long) pushed);
        assertThat(db.fetch("effects").count()).isEqualTo(pushed);
        // the effect belongs to the claim that completed the job
        assertThat(db.query("SELECT count(*) AS n FROM effects e JOIN aide_job j ON j.id = e.job"
                                + " WHERE j.claim <> e.claim")
                        .first()
                        .orElseThrow()
                        .number("n"))
                .isZero();
    }

    @Test
    void every_schedule_runs_and_only_what_was_cut_off_runs_twice() throws Exception {
        db.apply(Schema.of(Map.of("runs", "id INTEGER PRIMARY KEY, name TEXT NOT NULL")));
        Random random = new Random(3);
        for (int round = 0; round < ROUNDS; round++) {
            db.delete("runs", Condition.everyRow());
            db.execute("DROP TABLE IF EXISTS aide_schedule");
            try (Child first = Child.start(Ticker.class, childUrl())) {
                first.killAfter(1 + random.nextInt(Ticker.SCHEDULES / 2));
            }
            awaitEndOfChildren();
            List<String> before = db.query("SELECT s.name FROM aide_schedule s WHERE s.due IS NOT NULL AND EXISTS"
                            + " (SELECT 1 FROM runs r WHERE r.name = s.name)")
                    .map(row -> row.text("name"));
            try (Child second = Child.start(Ticker.class, childUrl())) {
                while (second.line() != null) {
                    // reads on until all have run
                }
                assertThat(second.finish()).isZero();
            }
            Map<Object, Long> counts = new HashMap<>();
            db.query("SELECT name, count(*) AS n FROM runs GROUP BY name")
                    .list()
                    .forEach(row -> counts.put(row.get("name"), row.number("n")));
            assertThat(counts).as("round %d", round).hasSize(Ticker.SCHEDULES);
            counts.forEach((name, runs) -> assertThat(runs).as("%s", name).isEqualTo(before.contains(name) ? 2 : 1));
        }
    }
}
