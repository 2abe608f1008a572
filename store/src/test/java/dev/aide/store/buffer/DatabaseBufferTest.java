package dev.aide.store.buffer;

import static dev.aide.store.Condition.where;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.store.ConstraintException;
import dev.aide.store.OnBothDatabases;
import dev.aide.store.Schema;
import dev.aide.store.TaskError;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DatabaseBufferTest extends OnBothDatabases {
    private final Queue<TaskError> errors = new ConcurrentLinkedQueue<>();
    private final List<CompletableFuture<?>> written = new ArrayList<>();

    @BeforeEach
    void createTables() {
        db.apply(Schema.of(Map.of("notes", "id INTEGER PRIMARY KEY, text TEXT UNIQUE, size INTEGER")));
    }

    private DatabaseBuffer.Builder buffer() {
        return DatabaseBuffer.builder(db).onError(errors::add);
    }

    private static <T> T get(CompletableFuture<T> future) throws Exception {
        return future.get(1, TimeUnit.MINUTES);
    }

    /** Keeps the writer busy until the latch is opened, so that writes wait. */
    private void hold(DatabaseBuffer buffer, CountDownLatch until) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        written.add(buffer.write(session -> {
            begun.countDown();
            try {
                return until.await(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }));
        assertThat(begun.await(1, TimeUnit.MINUTES)).isTrue();
    }

    @Test
    void a_future_completes_when_its_write_is_there() throws Exception {
        try (DatabaseBuffer buffer = buffer().start()) {
            long id = get(buffer.insert("notes", Map.of("text", "a")));
            assertThat(db.fetch("notes").where(where("id").is(id)).count()).isEqualTo(1);
            assertThat(get(buffer.update("notes", Map.of("size", 1), where("id").is(id))))
                    .isEqualTo(1);
            assertThat(get(buffer.execute("DELETE FROM notes WHERE size = ?", 1)))
                    .isEqualTo(1);
        }
    }

    @Test
    void writes_that_wait_share_a_commit_in_their_order() throws Exception {
        try (DatabaseBuffer buffer = buffer().start()) {
            CountDownLatch open = new CountDownLatch(1);
            hold(buffer, open);
            Map<String, Object> reused = new HashMap<>();
            for (int i = 0; i < 100; i++) {
                reused.put("text", "n" + i);
                written.add(buffer.insert("notes", reused));
            }
            open.countDown();
            buffer.flush();

            assertThat(buffer.counts().written()).isEqualTo(101);
            assertThat(buffer.counts().commits()).isEqualTo(2);
            assertThat(db.fetch("notes").orderBy("id").map(row -> row.text("text")))
                    .startsWith("n0", "n1", "n2")
                    .hasSize(100);
        }
    }

    @Test
    void a_bad_write_fails_alone() throws Exception {
        try (DatabaseBuffer buffer = buffer().start()) {
            CountDownLatch open = new CountDownLatch(1);
            hold(buffer, open);
            CompletableFuture<Long> first = buffer.insert("notes", Map.of("text", "a"));
            CompletableFuture<Long> twice = buffer.insert("notes", Map.of("text", "a"));
            CompletableFuture<Object> crash = buffer.write(session -> {
                session.insert("notes", Map.of("text", "half"));
                throw new AssertionError("bug");
            });
            CompletableFuture<Long> last = buffer.insert("notes", Map.of("text", "b"));
            open.countDown();

            get(first);
            get(last);
            assertThatThrownBy(() -> get(twice)).hasCauseInstanceOf(ConstraintException.class);
            assertThatThrownBy(() -> get(crash)).hasRootCauseMessage("bug");
            buffer.flush();
            assertThat(db.fetch("notes").orderBy("id").map(row -> row.text("text")))
                    .containsExactly("a", "b");
            assertThat(errors).extracting(TaskError::task).containsExactly("insert notes", "write");
            assertThat(errors).extracting(error -> error.trace() == null).containsExactly(true, false);
            assertThat(errors.peek().payload()).isEqualTo(Map.of("text", "a"));
            assertThat(buffer.counts().failed()).isEqualTo(2);
        }
    }

    @Test
    void a_write_that_fails_at_the_commit_fails_alone() throws Exception {
        db.apply(Schema.of(Map.of(
                "replies",
                "id INTEGER PRIMARY KEY, note INTEGER REFERENCES notes (id) DEFERRABLE INITIALLY DEFERRED")));
        try (DatabaseBuffer buffer = buffer().start()) {
            CountDownLatch open = new CountDownLatch(1);
            hold(buffer, open);
            CompletableFuture<Long> first = buffer.insert("notes", Map.of("text", "a"));
            CompletableFuture<Long> orphan = buffer.insert("replies", Map.of("note", 999));
            CompletableFuture<Long> last = buffer.insert("notes", Map.of("text", "b"));
            open.countDown();

            get(first);
            get(last);
            assertThatThrownBy(() -> get(orphan)).hasCauseInstanceOf(ConstraintException.class);
        }
    }

    @Test
    void a_full_buffer_rejects_when_told_to() throws Exception {
        try (DatabaseBuffer buffer =
                buffer().capacity(1).whenFull(FullPolicy.REJECT).start()) {
            CountDownLatch open = new CountDownLatch(1);
            hold(buffer, open);
            CompletableFuture<Long> kept = buffer.insert("notes", Map.of("text", "a"));
            CompletableFuture<Long> refused = buffer.insert("notes", Map.of("text", "b"));
            assertThatThrownBy(() -> get(refused))
                    .hasRootCauseMessage("the buffer is full, and 'insert notes' was not written");
            open.countDown();
            get(kept);
            assertThat(buffer.counts().rejected()).isEqualTo(1);
            assertThat(errors).hasSize(1);
        }
    }

    @Test
    void a_full_buffer_drops_the_oldest_when_told_to() throws Exception {
        try (DatabaseBuffer buffer =
                buffer().capacity(1).whenFull(FullPolicy.DROP_OLDEST).start()) {
            CountDownLatch open = new CountDownLatch(1);
            hold(buffer, open);
            CompletableFuture<Long> dropped = buffer.insert("notes", Map.of("text", "a"));
            CompletableFuture<Long> kept = buffer.insert("notes", Map.of("text", "b"));
            assertThatThrownBy(() -> get(dropped)).hasCauseInstanceOf(BufferException.class);
            open.countDown();
            get(kept);
            buffer.flush();
            assertThat(buffer.counts().dropped()).isEqualTo(1);
            assertThat(buffer.counts().waiting()).isZero();
        }
    }

    @Test
    void a_full_buffer_makes_callers_wait_and_loses_nothing() throws Exception {
        try (DatabaseBuffer buffer = buffer().capacity(3).start()) {
            List<CompletableFuture<Long>> futures = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                futures.add(buffer.insert("notes", Map.of("text", "n" + i)));
            }
            for (CompletableFuture<Long> future : futures) {
                get(future);
            }
        }
        assertThat(db.fetch("notes").count()).isEqualTo(200);
    }

    @Test
    void stop_writes_what_waits_and_accepts_no_more() {
        DatabaseBuffer buffer = buffer().start();
        for (int i = 0; i < 50; i++) {
            written.add(buffer.insert("notes", Map.of("text", "n" + i)));
        }
        buffer.stop();

        assertThat(written).allMatch(CompletableFuture::isDone);
        assertThat(db.fetch("notes").count()).isEqualTo(50);
        assertThatThrownBy(() -> get(buffer.insert("notes", Map.of("text", "late"))))
                .hasRootCauseMessage("the buffer is stopped, and 'insert notes' was not written");
    }
}
