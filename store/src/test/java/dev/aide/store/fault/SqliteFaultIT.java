package dev.aide.store.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.aide.store.Database;
import dev.aide.store.DatabaseOptions;
import dev.aide.store.Schema;
import dev.aide.store.StoreException;
import dev.aide.store.buffer.DatabaseBuffer;
import dev.aide.store.sql.FailureReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteFaultIT {
    @TempDir
    private Path directory;

    private Path file;
    private String url;

    @BeforeEach
    void name() {
        file = directory.resolve("a.db");
        url = "jdbc:sqlite:" + file;
    }

    private Database open(Duration lockTimeout) {
        Database db = Database.open(
                url, DatabaseOptions.builder().lockTimeout(lockTimeout).build());
        db.apply(Schema.of(Map.of("notes", "id INTEGER PRIMARY KEY, name TEXT")));
        return db;
    }

    @Test
    void the_process_that_holds_the_lock_is_named_and_a_buffer_waits_for_it() throws Exception {
        try (Database db = open(Duration.ofMillis(200));
                DatabaseBuffer buffer = DatabaseBuffer.start(db);
                Child holder = Child.start(Holder.class, url)) {
            assertThat(holder.line()).isEqualTo("locked");

            StoreException locked =
                    catchThrowableOfType(StoreException.class, () -> db.insert("notes", Map.of("name", "a")));
            assertThat(locked.reason()).isEqualTo(FailureReason.LOCKED);
            assertThat(locked)
                    .hasMessageStartingWith("the database is locked: waited 200 ms for process " + holder.pid() + " (");
            CompletableFuture<Long> waiting = buffer.insert("notes", Map.of("name", "b"));
            assertThat(db.fetch("notes").count()).isZero();
            assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);

            assertThat(holder.finish()).isZero();
            waiting.get(1, TimeUnit.MINUTES);
            assertThat(db.fetch("notes").map(row -> row.text("name"))).containsExactly("b");
        }
    }

    @Test
    void a_disk_that_is_really_full_undoes_the_transaction_and_all_goes_on_when_there_is_room(@TempDir Path mountPoint)
            throws Exception {
        try (Device disk = Device.mount(mountPoint, "4m")) {
            url = "jdbc:sqlite:" + disk.file("a.db");
            Path ballast = Files.write(disk.file("ballast"), new byte[2_000_000]);
            try (Database db = open(Duration.ofSeconds(30))) {
                db.insert("notes", Map.of("name", "kept"));
                assertThatThrownBy(() -> db.useTransaction(tx -> {
                            for (int i = 0; i < 10; i++) {
                                tx.insert("notes", Map.of("name", "x".repeat(500_000)));
                            }
                        }))
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                e -> assertThat(e.reason()).isEqualTo(FailureReason.FULL));
                assertThat(db.openTransactions()).isEmpty();
                assertThat(db.fetch("notes").map(row -> row.text("name"))).containsExactly("kept");

                Files.delete(ballast);
                db.insert("notes", Map.of("name", "y".repeat(500_000)));
                assertThat(db.fetch("notes").count()).isEqualTo(2);
                assertThat(db.query("PRAGMA integrity_check")
                                .first()
                                .orElseThrow()
                                .text("integrity_check"))
                        .isEqualTo("ok");
            }
        }
    }

    @Test
    void a_file_on_a_read_only_disk_is_said_and_left_as_it_is(@TempDir Path mountPoint) throws Exception {
        try (Device disk = Device.mount(mountPoint, "4m")) {
            Path there = disk.file("a.db");
            url = "jdbc:sqlite:" + there;
            open(Duration.ofSeconds(30)).close();
            byte[] before = Files.readAllBytes(there);
            disk.makeReadOnly();

            assertThatThrownBy(() -> open(Duration.ofSeconds(30)))
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.reason()).isEqualTo(FailureReason.READ_ONLY))
                    .hasMessageContaining(
                            "the database file cannot be opened: see that its directory exists and that this"
                                    + " user may write there");
            assertThat(Files.readAllBytes(there)).isEqualTo(before);
        }
    }

    @Test
    void a_file_at_its_limit_is_as_a_full_disk() {
        try (Database db = open(Duration.ofSeconds(30))) {
            db.insert("notes", Map.of("name", "kept"));
            db.useSession(session -> {
                // SQLite's own limit on the size of the file; it answers as if the disk were full
                session.query("PRAGMA max_page_count = 10").list();
                assertThatThrownBy(() -> session.useTransaction(tx -> {
                            tx.insert("notes", Map.of("name", "undone"));
                            tx.insert("notes", Map.of("name", "x".repeat(1_000_000)));
                        }))
                        .isInstanceOfSatisfying(
                                StoreException.class,
                                e -> assertThat(e.reason()).isEqualTo(FailureReason.FULL))
                        .hasMessageStartingWith(
                                "no space is left on the device: nothing of this transaction was written");
            });
            assertThat(db.openTransactions()).isEmpty();
            db.insert("notes", Map.of("name", "y".repeat(1_000_000)));
            assertThat(db.fetch("notes").count()).isEqualTo(2);
        }
    }

    @Test
    void a_damaged_page_is_said_and_the_file_is_left_as_it_is() throws Exception {
        try (Database db = open(Duration.ofSeconds(30))) {
            for (int i = 0; i < 200; i++) {
                db.insert("notes", Map.of("name", "n".repeat(500)));
            }
        }
        byte[] bytes = Files.readAllBytes(file);
        for (int i = 4_096; i < bytes.length; i++) {
            bytes[i] = (byte) 0xA5;
        }
        Files.write(file, bytes);

        try (Database db = Database.open(url)) {
            assertThatThrownBy(() -> db.fetch("notes").list())
                    .isInstanceOfSatisfying(
                            StoreException.class, e -> assertThat(e.reason()).isEqualTo(FailureReason.DAMAGED))
                    .hasMessageContaining("restore a backup");
        }
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }
}
