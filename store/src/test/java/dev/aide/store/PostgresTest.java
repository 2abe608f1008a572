package dev.aide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.store.queue.Outcome;
import dev.aide.store.queue.PersistentQueue;
import dev.aide.store.queue.TaskBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What PostgreSQL does in its own way. */
class PostgresTest {
    @TempDir
    private Path directory;

    private String url;
    private Database db;

    @BeforeEach
    void open() {
        url = Engine.POSTGRESQL.newDatabase(directory);
        db = Database.open(url);
    }

    @AfterEach
    void close() {
        db.close();
    }

    @Test
    void calls_that_only_sqlite_has_say_what_to_use_instead() {
        Path file = directory.resolve("copy.db");
        assertThatThrownBy(() -> db.backup(file))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("backup copies a SQLite file; for PostgreSQL use pg_dump");
        assertThat(Files.exists(file)).isFalse();
        assertThatThrownBy(() -> db.useSession(session -> session.attach(file, "archive")))
                .isInstanceOf(UnsupportedOperationException.class)
                .hasMessage("ATTACH is SQLite's; PostgreSQL has schemas in one database, and postgres_fdw for others");
    }

    @Test
    void an_expression_index_serves_a_json_path() {
        db.apply(Schema.builder()
                .table("users", "id INTEGER PRIMARY KEY, meta JSON")
                .index("users", "meta::role")
                .build());
        db.execute(
                "INSERT INTO users (meta) SELECT jsonb_build_object('role', 'r' || n) FROM generate_series(1, 5000) n");
        db.execute("ANALYZE users");

        assertThat(db.query("EXPLAIN SELECT id FROM users WHERE (\"meta\" #> '{role}') = CAST(? AS jsonb)", "\"r7\"")
                        .map(row -> row.text("QUERY PLAN")))
                .anySatisfy(line -> assertThat(line).contains("users_meta_role_idx"));
        assertThat(db.fetch("users")
                        .where(Condition.where("meta::role").is("r7"))
                        .first()
                        .orElseThrow()
                        .get("meta"))
                .isEqualTo(Map.of("role", "r7"));
    }

    @Test
    @Timeout(120)
    void workers_of_another_process_hear_of_a_task_at_once() {
        CountDownLatch first = new CountDownLatch(1);
        CountDownLatch second = new CountDownLatch(2);
        // another URL shares nothing with the first, as another process would not
        try (Database other = Database.open(url + "&ApplicationName=other");
                TaskBuffer tasks = TaskBuffer.builder(other)
                        .pollInterval(Duration.ofHours(1))
                        .handler("mail", task -> {
                            first.countDown();
                            second.countDown();
                            return Outcome.done();
                        })
                        .start()) {
            PersistentQueue queue = PersistentQueue.on(db, tasks.queue("mail").name());
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(this::isListening);
            queue.push("a");
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> first.getCount() == 0);
            db.useTransaction(tx -> queue.in(tx).push("b"));
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> second.getCount() == 0);
        }
    }

    private boolean isListening() {
        return db.query(
                        "SELECT 1 FROM pg_stat_activity WHERE query = 'LISTEN aide_signal' AND application_name = 'other'")
                .first()
                .isPresent();
    }
}
