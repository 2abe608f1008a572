package dev.aide.store.buffer;

import static dev.aide.store.Condition.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.store.Database;
import dev.aide.store.DatabaseOptions;
import dev.aide.store.Engine;
import dev.aide.store.OnBothDatabases;
import dev.aide.store.Schema;
import dev.aide.store.StoreException;
import dev.aide.store.TaskError;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class PersistedBufferTest extends OnBothDatabases {
    private final Queue<TaskError> errors = new ConcurrentLinkedQueue<>();
    private Database journal;

    @Override
    @BeforeEach
    protected void openDatabase(@TempDir Path directory) {
        url = engine.newDatabase(directory);
        db = Database.open(
                url,
                DatabaseOptions.builder().lockTimeout(Duration.ofSeconds(1)).build());
        journal = Database.open("jdbc:sqlite:" + directory.resolve("journal.db"));
        db.apply(Schema.of(Map.of("notes", "id INTEGER PRIMARY KEY, text TEXT UNIQUE, size INTEGER")));
    }

    @Override
    @AfterEach
    protected void closeDatabase() {
        journal.close();
        super.closeDatabase();
    }

    private PersistedBuffer buffer(Database journalDatabase) {
        return DatabaseBuffer.builder(db).onError(errors::add).startPersisted(journalDatabase);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(1, TimeUnit.MINUTES);
    }

    private List<String> notes() {
        return db.fetch("notes").orderBy("id").map(row -> row.text("text"));
    }

    @Test
    void writes_are_applied_in_their_order_from_a_journal_of_its_own_or_in_the_same_database() throws Exception {
        List<String> expected = new ArrayList<>();
        for (Database where : List.of(journal, db)) {
            try (PersistedBuffer buffer = buffer(where)) {
                for (int i = 0; i < 50; i++) {
                    String text = where + "/" + i;
                    get(buffer.insert("notes", Map.of("text", text)));
                    get(buffer.update("notes", Map.of("size", i), where("text").is(text)));
                    expected.add(text);
                }
                buffer.flush();
                assertThat(notes()).isEqualTo(expected);
                assertThat(db.fetch("notes").where("size IS NULL").count()).isZero();
                assertThat(buffer.counts().written()).isEqualTo(100);
                assertThat(buffer.counts().waiting()).isZero();
            }
        }
    }

    @Test
    void what_was_accepted_while_the_database_was_locked_is_applied_later() throws Exception {
        try (PersistedBuffer buffer = buffer(journal)) {
            db.useTransaction(tx -> {
                tx.execute(engine == Engine.SQLITE ? "DELETE FROM notes" : "LOCK TABLE notes");
                for (String text : List.of("a", "b")) {
                    assertThat(buffer.insert("notes", Map.of("text", text))).succeedsWithin(Duration.ofMinutes(1));
                }
                assertThat(buffer.counts().waiting()).isEqualTo(2);
            });
            buffer.flush();
            assertThat(notes()).containsExactly("a", "b");
            assertThat(errors).isEmpty();
        }
    }

    @Test
    void what_a_stopped_buffer_could_not_apply_is_applied_by_the_next() throws Exception {
        PersistedBuffer first = buffer(journal);
        db.useTransaction(tx -> {
            tx.execute(engine == Engine.SQLITE ? "DELETE FROM notes" : "LOCK TABLE notes");
            assertThat(first.insert("notes", Map.of("text", "a"))).succeedsWithin(Duration.ofMinutes(1));
            first.close();
        });
        assertThat(notes()).isEmpty();
        assertThatThrownBy(() -> get(first.insert("notes", Map.of("text", "late"))))
                .hasRootCauseMessage("the buffer is stopped, and 'insert notes' was not written");

        try (PersistedBuffer second = buffer(journal)) {
            get(second.insert("notes", Map.of("text", "b")));
            second.flush();
            assertThat(notes()).containsExactly("a", "b");
        }
    }

    @Test
    void an_entry_that_was_applied_is_not_applied_again() throws Exception {
        try (PersistedBuffer buffer = buffer(journal)) {
            get(buffer.execute("INSERT INTO notes (size) VALUES (?)", 1));
            buffer.flush();
        }
        // as if the process had died between the commit and the tidying of the journal
        journal.execute("INSERT INTO aide_journal_entry (journal, number, task, statement, arguments)"
                + " SELECT id, last, 'again', 'INSERT INTO notes (size) VALUES (1)', '[]' FROM aide_journal");
        // and the journal then came from an older backup
        journal.execute("UPDATE aide_journal SET last = 0");
        try (PersistedBuffer buffer = buffer(journal)) {
            get(buffer.execute("INSERT INTO notes (size) VALUES (?)", 2));
            buffer.flush();
        }
        assertThat(db.fetch("notes").orderBy("id").map(row -> row.number("size")))
                .containsExactly(1L, 2L);
    }

    @Test
    void two_buffers_on_one_journal_apply_each_write_once() throws Exception {
        try (PersistedBuffer one = buffer(journal);
                PersistedBuffer two = buffer(journal)) {
            List<CompletableFuture<Void>> accepted = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                accepted.add((i % 2 == 0 ? one : two).execute("INSERT INTO notes (size) VALUES (?)", i));
            }
            for (CompletableFuture<Void> each : accepted) {
                get(each);
            }
            one.flush();
            two.flush();
            assertThat(db.fetch("notes").map(row -> row.number("size")))
                    .hasSize(100)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void a_bad_write_is_reported_and_the_others_are_applied() throws Exception {
        db.apply(Schema.of(Map.of(
                "replies",
                "id INTEGER PRIMARY KEY, note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED")));
        try (PersistedBuffer buffer = buffer(journal)) {
            get(buffer.insert("notes", Map.of("text", "a")));
            get(buffer.insert("notes", Map.of("text", "a")));
            get(buffer.insert("replies", Map.of("note", 999)));
            get(buffer.insert("notes", Map.of("text", "b")));
            assertThatThrownBy(() -> get(buffer.insert("notes", Map.of("size", "large"))))
                    .hasCauseInstanceOf(StoreException.class)
                    .hasMessageContaining("notes.size is INTEGER and was given a java.lang.String");
            buffer.flush();

            assertThat(notes()).containsExactly("a", "b");
            assertThat(db.fetch("replies").count()).isZero();
            assertThat(errors)
                    .extracting(TaskError::task)
                    .containsExactlyInAnyOrder("insert notes", "insert notes", "insert replies");
            assertThat(buffer.counts().failed()).isEqualTo(2);
            assertThat(buffer.counts().waiting()).isZero();
        }
    }

    @Test
    void every_type_is_the_same_after_the_journal() throws Exception {
        db.apply(Schema.of(Map.of(
                "all_types",
                "a INTEGER, b REAL, c TEXT, d BLOB, e BOOLEAN, f JSON, g TIMESTAMP, h DATE, i UUID, j INTEGER")));
        Map<String, Object> row = new HashMap<>(Map.of(
                "a",
                Long.MAX_VALUE,
                "b",
                0.1,
                "c",
                "text \u2603",
                "d",
                new byte[] {0, -1},
                "e",
                true,
                "f",
                Map.of("n", new BigDecimal("1.10")),
                "g",
                Instant.parse("2026-11-23T01:02:03.123456Z"),
                "h",
                LocalDate.of(2026, 11, 23),
                "i",
                UUID.fromString("7f0c1d5e-7f6e-4a3e-9f6e-0a4f2f6f3b11")));
        row.put("j", null);
        try (PersistedBuffer buffer = buffer(journal)) {
            get(buffer.insert("all_types", row));
            buffer.flush();
        }
        assertThat(db.fetch("all_types").first().orElseThrow().values())
                .usingRecursiveComparison()
                .isEqualTo(row);
    }
}
