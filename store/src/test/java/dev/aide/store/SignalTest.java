package dev.aide.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

class SignalTest extends OnBothDatabases {
    private final Queue<String> heard = new ConcurrentLinkedQueue<>();

    @Test
    void a_signal_comes_after_the_commit_and_never_after_a_rollback() {
        db.onSignal(heard::add);
        assertThatThrownBy(() -> db.useTransaction(tx -> {
                    tx.signal("undone");
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");
        db.useTransaction(tx -> {
            tx.signal("done");
            tx.useTransaction(inner -> inner.signal("done"));
            assertThat(heard).isEmpty();
        });
        db.useSession(session -> session.signal("at once"));

        assertThat(heard).contains("done", "at once").doesNotContain("undone");
    }

    @Test
    void who_listens_no_more_hears_no_more_and_one_that_fails_harms_nobody() {
        db.onSignal(name -> {
            throw new IllegalStateException("a bug in a listener");
        });
        Database.Subscription subscription = db.onSignal(heard::add);
        db.useSession(session -> session.signal("one"));
        assertThat(heard).contains("one");

        subscription.close();
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
            heard.clear();
            db.useSession(session -> session.signal("two"));
            return heard.isEmpty();
        });
    }
}
