package dev.aide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;
import org.junit.jupiter.api.io.TempDir;

class NativeCallsTest {

    @Test
    void a_platform_thread_makes_its_calls_itself() throws Exception {
        try (NativeCalls calls = new NativeCalls("test")) {
            assertThat(calls.call(Thread::currentThread)).isSameAs(Thread.currentThread());
            assertThatThrownBy(() -> calls.call(() -> {
                        throw new SQLException("no");
                    }))
                    .isInstanceOf(SQLException.class);
        }
    }

    @Test
    @EnabledForJreRange(min = JRE.JAVA_21)
    void virtual_threads_hop_and_all_their_writes_are_there(@TempDir Path directory) throws Exception {
        try (Database db = Database.open("jdbc:sqlite:" + directory.resolve("a.db"));
                NativeCalls calls = new NativeCalls("test")) {
            db.apply(Schema.of(Map.of("notes", "id INTEGER PRIMARY KEY, name TEXT UNIQUE, thread TEXT")));
            List<Thread> threads = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                String name = "n" + i;
                threads.add(startVirtual(() -> db.useTransaction(tx -> {
                    tx.insert("notes", Map.of("name", name, "thread", threadOf(calls)));
                    assertThat(tx.fetch("notes").where("name = ?", name).count())
                            .isEqualTo(1);
                })));
            }
            for (Thread thread : threads) {
                thread.join();
            }
            assertThat(db.fetch("notes").count()).isEqualTo(200);
            assertThat(db.fetch("notes").map(row -> row.text("thread")))
                    .allMatch(name -> name.startsWith("aide-store-"));
        }
    }

    private static String threadOf(NativeCalls calls) {
        try {
            return calls.call(() -> Thread.currentThread().getName());
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }

    // of Java 21, and this is compiled for 17
    private static Thread startVirtual(Runnable task) throws ReflectiveOperationException {
        return (Thread)
                Thread.class.getMethod("startVirtualThread", Runnable.class).invoke(null, task);
    }
}
