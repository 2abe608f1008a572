package dev.aide.store.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.aide.store.Database;
import dev.aide.store.Schema;
import dev.aide.store.StoreException;
import dev.aide.store.buffer.DatabaseBuffer;
import dev.aide.store.queue.JobState;
import dev.aide.store.queue.Outcome;
import dev.aide.store.queue.QueueOptions;
import dev.aide.store.queue.TaskBuffer;
import dev.aide.store.sql.FailureReason;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server that goes away under load and comes back. */
class PostgresFaultIT {
    private static final int INTERRUPTIONS = 3;

    /** A process of the server dies, whereupon PostgreSQL ends all of them, and recovers from its log. */
    private static void crash(Path data, Database db) {
        long backend = db.query("SELECT pid FROM pg_stat_activity WHERE backend_type = 'client backend'"
                        + " AND pid <> pg_backend_pid()")
                .first()
                .orElseThrow()
                .number("pid");
        ProcessHandle.of(backend).orElseThrow().destroyForcibly();
    }

    /** The server is stopped, as for an update, and started again. */
    private static void restart(Path data, Database db) throws IOException, InterruptedException {
        long postmaster = Long.parseLong(
                Files.readAllLines(data.resolve("postmaster.pid")).get(0));
        Path program = Files.readSymbolicLink(Path.of("/proc/" + postmaster + "/exe"));
        List<String> command = new ArrayList<>();
        if (System.getProperty("user.name").equals("root")) {
            // PostgreSQL refuses to run as root, and in a name space of its own it does not
            command.addAll(List.of("unshare", "-U"));
        }
        command.addAll(List.of(
                program.resolveSibling("pg_ctl").toString(), "restart", "-w", "-m", "fast", "-D", data.toString()));
        Process restart = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(data.resolveSibling("restart.log").toFile())
                .start();
        assertThat(restart.waitFor()).isZero();
    }

    @Test
    void a_server_that_crashes_under_load_loses_and_doubles_nothing(@TempDir Path directory) throws Exception {
        loseAndDoubleNothing(directory.resolve("data"), PostgresFaultIT::crash);
    }

    @Test
    void a_server_that_is_restarted_under_load_loses_and_doubles_nothing(@TempDir Path directory) throws Exception {
        loseAndDoubleNothing(directory.resolve("data"), PostgresFaultIT::restart);
    }

    private static void loseAndDoubleNothing(Path data, Interruption interruption) throws Exception {
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        // embedded PostgreSQL trades durability for speed unless told otherwise
        try (EmbeddedPostgres server = EmbeddedPostgres.builder()
                        .setDataDirectory(data)
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("full_page_writes", "on")
                        .start();
                Database db = Database.open(server.getJdbcUrl("postgres", "postgres"))) {
            db.apply(Schema.of(Map.of("notes", "id INTEGER PRIMARY KEY, name TEXT UNIQUE")));
            QueueOptions options = QueueOptions.standard().withLease(Duration.ofSeconds(2));
            try (DatabaseBuffer buffer = DatabaseBuffer.start(db);
                    TaskBuffer tasks = TaskBuffer.builder(db)
                            .handler("mail", task -> Outcome.done())
                            .options(options)
                            .start()) {
                for (int i = 0; i < 500; i++) {
                    tasks.push("mail", i);
                }
                List<Thread> writers = new ArrayList<>();
                for (int i = 0; i < 4; i++) {
                    Thread writer = new Thread(write(buffer, "w" + i + "/", acknowledged, failures));
                    writer.start();
                    writers.add(writer);
                }
                Random random = new Random(4);
                for (int time = 1; time <= INTERRUPTIONS; time++) {
                    int target = time * 100 + random.nextInt(50);
                    Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> acknowledged.size() >= target);
                    // the server may still be busy with the one before
                    Awaitility.await()
                            .atMost(Duration.ofMinutes(2))
                            .ignoreExceptions()
                            .untilAsserted(() -> interruption.happen(data, db));
                }
                for (Thread writer : writers) {
                    writer.join();
                }
                Awaitility.await()
                        .atMost(Duration.ofMinutes(2))
                        .ignoreExceptions()
                        .untilAsserted(
                                () -> assertThat(tasks.queue("mail").counts()).containsEntry(JobState.COMPLETE, 500L));
            }
            List<String> there = db.fetch("notes").map(row -> row.text("name"));
            assertThat(there).doesNotHaveDuplicates().containsAll(acknowledged);
            // a write whose outcome is not known is neither repeated nor hidden; nothing else may fail
            assertThat(failures)
                    .allSatisfy(failure ->
                            assertThat(((StoreException) failure).reason()).isEqualTo(FailureReason.OUTCOME_UNKNOWN));
            assertThat(there.size()).isBetween(acknowledged.size(), acknowledged.size() + failures.size());
            assertThatCode(() -> db.execute("DELETE FROM notes")).doesNotThrowAnyException();
        }
    }

    private static Runnable write(
            DatabaseBuffer buffer, String prefix, Queue<String> acknowledged, Queue<Throwable> failures) {
        return () -> {
            for (int i = 0; i < 200; i++) {
                String name = prefix + i;
                try {
                    buffer.insert("notes", Map.of("name", name)).join();
                    acknowledged.add(name);
                } catch (CompletionException e) {
                    failures.add(e.getCause());
                }
            }
        };
    }

    private interface Interruption {
        void happen(Path data, Database db) throws Exception;
    }
}
