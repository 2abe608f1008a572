package dev.aide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aide.store.sql.FailureReason;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What only SQLite has. */
class SqliteTest {
    @TempDir
    private Path directory;

    private Database open(String file) {
        return Database.open("jdbc:sqlite:" + directory.resolve(file));
    }

    @Test
    void a_backup_is_taken_while_others_write() throws Exception {
        Path copy = directory.resolve("copy.db");
        try (Database db = open("a.db")) {
            db.apply(Schema.of(Map.of("t", "a TEXT")));
            db.insert("t", Map.of("a", "x"));
            CountDownLatch writing = new CountDownLatch(1);
            CountDownLatch copied = new CountDownLatch(1);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> db.useTransaction(tx -> {
                tx.insert("t", Map.of("a", "y"));
                writing.countDown();
                await(copied);
            }));
            await(writing);
            db.backup(copy);
            copied.countDown();
            writer.get(1, TimeUnit.MINUTES);
        }
        try (Database restored = open("copy.db")) {
            assertThat(restored.fetch("t").map(row -> row.text("a"))).containsExactly("x");
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void an_attached_file_is_there_until_the_session_ends() {
        try (Database archive = open("archive.db");
                Database db = open("a.db")) {
            archive.apply(Schema.of(Map.of("t", "a TEXT, meta JSON")));
            db.useSession(session -> {
                session.attach(directory.resolve("archive.db"), "archive");
                session.insert("archive.t", Map.of("a", "x", "meta", Map.of("k", 1)));
                assertThat(session.fetch("archive.t").first().orElseThrow().get("meta"))
                        .isEqualTo(Map.of("k", 1));
            });
            assertThatThrownBy(() -> db.fetch("archive.t").list()).isInstanceOf(StoreException.class);
            assertThat(archive.fetch("t").count()).isEqualTo(1);
        }
    }

    @Test
    void user_version_is_kept() throws Exception {
        Path file = directory.resolve("flyway.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA user_version = 42");
        }
        try (Database db = open("flyway.db")) {
            db.apply(Schema.of(Map.of("t", "a TEXT")));
            assertThat(db.query("PRAGMA user_version").first().orElseThrow().number("user_version"))
                    .isEqualTo(42);
        }
    }

    @Test
    void a_file_that_is_no_database_is_left_as_it_is() throws Exception {
        Path file = directory.resolve("letter.db");
        byte[] letter = "Dear reader, this is no database. ".repeat(200).getBytes(StandardCharsets.UTF_8);
        Files.write(file, letter);

        StoreException refused = catchThrowableOfType(StoreException.class, () -> open("letter.db"));

        assertThat(refused.reason()).isEqualTo(FailureReason.DAMAGED);
        assertThat(refused)
                .hasMessageContaining("letter.db: the file is no SQLite database or is damaged; it was left as it is");
        assertThat(Files.readAllBytes(file)).isEqualTo(letter);
    }

    @Test
    void a_directory_that_is_not_there_is_said() {
        assertThatThrownBy(() -> open("no/such/dir/a.db"))
                .isInstanceOf(StoreException.class)
                .hasMessageContaining("see that its directory exists");
        assertThatThrownBy(() -> Database.open("jdbc:sqlite::memory:"))
                .hasMessageStartingWith("give SQLite a plain file, as in jdbc:sqlite:shop.db");
        assertThatThrownBy(() -> Database.open("jdbc:h2:mem"))
                .hasMessageStartingWith("the URL must begin with jdbc:sqlite: or jdbc:postgresql:");
    }

    @Test
    void who_holds_the_turn_in_this_process_is_said() throws Exception {
        DatabaseOptions impatient =
                DatabaseOptions.builder().lockTimeout(Duration.ofMillis(50)).build();
        try (Database db = Database.open("jdbc:sqlite:" + directory.resolve("a.db"), impatient)) {
            db.apply(Schema.of(Map.of("t", "a TEXT")));
            CountDownLatch writing = new CountDownLatch(1);
            CountDownLatch refused = new CountDownLatch(1);
            CompletableFuture<Void> writer = CompletableFuture.runAsync(() -> db.useTransaction(tx -> {
                writing.countDown();
                await(refused);
            }));
            await(writing);
            StoreException locked = catchThrowableOfType(StoreException.class, () -> db.insert("t", Map.of("a", "x")));
            refused.countDown();
            writer.get(1, TimeUnit.MINUTES);

            assertThat(locked.reason()).isEqualTo(FailureReason.LOCKED);
            assertThat(locked)
                    .hasMessageStartingWith("waited 50 ms for the turn to write, which is held in this process by a"
                            + " transaction of thread '")
                    .hasMessageContaining("opened at dev.aide.store.SqliteTest.");
        }
    }

    @Test
    void the_log_is_copied_back_while_nobody_writes() {
        try (Database db = open("a.db")) {
            db.apply(Schema.of(Map.of("t", "a TEXT")));
            db.insert("t", Map.of("a", "x".repeat(100_000)));
            Path file = directory.resolve("a.db");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(Files.size(file)).isGreaterThan(100_000));
        }
    }

    @Test
    void an_expression_index_serves_a_json_path() {
        try (Database db = open("a.db")) {
            db.apply(Schema.builder()
                    .table("users", "id INTEGER PRIMARY KEY, meta JSON")
                    .index("users", "meta::role")
                    .build());
            assertThat(db.query(
                                    "EXPLAIN QUERY PLAN SELECT id FROM users WHERE (\"meta\" ->> '$.\"role\"') = ?",
                                    "admin")
                            .map(row -> row.text("detail")))
                    .singleElement()
                    .asString()
                    .contains("users_meta_role_idx");
        }
    }

    @Test
    void json_is_text_so_that_no_digit_is_lost() {
        try (Database db = open("a.db")) {
            db.apply(Schema.of(Map.of("t", "meta JSON")));
            db.insert("t", Map.of("meta", 12345678901234567L));
            assertThat(db.query("SELECT typeof(meta) AS type FROM t")
                            .first()
                            .orElseThrow()
                            .text("type"))
                    .isEqualTo("text");
        }
    }
}
