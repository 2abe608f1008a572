package dev.aide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TransactionTest extends OnBothDatabases {
    @BeforeEach
    void createTables() {
        db.apply(Schema.of(Map.of("notes", "id INTEGER PRIMARY KEY, text TEXT UNIQUE")));
    }

    private static Map<String, String> note(String text) {
        return Map.of("text", text);
    }

    private List<String> notes() {
        return db.fetch("notes").orderBy("id").map(row -> row.text("text"));
    }

    @Test
    void a_block_that_throws_leaves_nothing() {
        IllegalStateException thrown = new IllegalStateException("mine");

        assertThatThrownBy(() -> db.useTransaction(tx -> {
                    tx.insert("notes", note("a"));
                    throw thrown;
                }))
                .isSameAs(thrown);

        assertThat(notes()).isEmpty();
        assertThat(db.openTransactions()).isEmpty();
    }

    @Test
    void an_inner_block_is_undone_alone() {
        db.useTransaction(tx -> {
            tx.insert("notes", note("a"));
            assertThatThrownBy(() -> tx.useTransaction(inner -> {
                        inner.insert("notes", note("b"));
                        inner.insert("notes", note("a"));
                    }))
                    .isInstanceOf(ConstraintException.class);
            tx.useTransaction(inner -> inner.insert("notes", note("c")));
        });

        assertThat(notes()).containsExactly("a", "c");
    }

    @Test
    void a_snapshot_does_not_see_later_commits_and_refuses_to_write() {
        db.insert("notes", note("a"));

        long seen = db.inSnapshot(snapshot -> {
            long before = snapshot.fetch("notes").count();
            db.insert("notes", note("b"));
            assertThatThrownBy(() -> snapshot.insert("notes", note("c"))).hasMessageContaining("only read");
            return before + snapshot.fetch("notes").count();
        });

        assertThat(seen).isEqualTo(2);
        assertThat(notes()).containsExactly("a", "b");
    }

    @Test
    void an_open_transaction_says_who_and_where() {
        db.useTransaction(tx -> {
            OpenTransaction open = db.openTransactions().get(0);
            assertThat(open.thread()).isEqualTo(Thread.currentThread().getName());
            assertThat(open.openedAt()).contains("TransactionTest.an_open_transaction_says_who_and_where");
            assertThat(open.writes()).isTrue();
        });

        assertThat(db.openTransactions()).isEmpty();
    }

    @Test
    void writing_beside_the_own_transaction_is_an_error_and_not_a_deadlock() {
        assertThatThrownBy(() -> db.useTransaction(tx -> db.insert("notes", note("a"))))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this thread has a transaction of thread")
                .hasMessageEndingWith("write with that session, not beside it");
    }

    @Test
    void a_session_ends_with_its_block() {
        AtomicReference<Session> kept = new AtomicReference<>();
        db.useSession(kept::set);

        assertThatThrownBy(() -> kept.get().insert("notes", note("a")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("the session has ended with its block: do the work inside");
        assertThatThrownBy(() -> db.execute("BEGIN"))
                .hasMessage("transactions are begun and ended by inTransaction, not by 'BEGIN'");
    }

    @Test
    void temporary_tables_last_as_long_as_the_session() {
        db.useSession(session -> {
            session.execute("CREATE TEMP TABLE scratch (a TEXT)");
            session.insert("scratch", Map.of("a", "x"));
            assertThat(session.fetch("scratch").count()).isEqualTo(1);
        });

        assertThatThrownBy(() -> db.fetch("scratch").list()).hasMessageEndingWith("has no table 'scratch'");
    }

    @Test
    void many_writers_all_get_their_turn() throws Exception {
        int threads = 16;
        int writes = 25;
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        CountDownLatch start = new CountDownLatch(1);
        List<Future<?>> done = new ArrayList<>();
        for (int t = 0; t < threads; t++) {
            int thread = t;
            done.add(pool.submit(() -> {
                start.await();
                for (int i = 0; i < writes; i++) {
                    String text = thread + "/" + i;
                    db.useTransaction(tx -> {
                        tx.fetch("notes").count();
                        tx.insert("notes", note(text));
                    });
                }
                return null;
            }));
        }
        start.countDown();
        for (Future<?> each : done) {
            each.get(2, TimeUnit.MINUTES);
        }
        pool.shutdown();

        assertThat(db.fetch("notes").count()).isEqualTo((long) threads * writes);
    }

    @Test
    void handles_share_one_database_and_options_must_agree(@TempDir Path directory) {
        String url = engine.newDatabase(directory.resolve("."));
        try (Database one = Database.open(url)) {
            try (Database two = Database.open(url)) {
                two.apply(Schema.of(Map.of("t", "a TEXT")));
                two.useTransaction(tx -> assertThat(one.openTransactions()).hasSize(1));
            }
            one.insert("t", Map.of("a", "x"));
            DatabaseOptions other = DatabaseOptions.builder()
                    .lockTimeout(Duration.ofSeconds(1))
                    .login("u", "secret")
                    .build();
            assertThatThrownBy(() -> Database.open(url, other))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("is open in this process already, with other options")
                    .hasMessageNotContaining("secret");
        }
        Database closed = Database.open(url);
        closed.close();
        assertThatThrownBy(() -> closed.execute("SELECT 1")).hasMessageEndingWith("is closed");
    }
}
