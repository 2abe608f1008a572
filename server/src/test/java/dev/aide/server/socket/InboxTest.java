package dev.aide.server.socket;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** With threads that begin when the test says so. */
class InboxTest {
    private final Queue<Runnable> threads = new ArrayDeque<>();
    private final CompletableFuture<Void> first = new CompletableFuture<>();
    private final Inbox inbox = new Inbox(threads::add, 1);

    private CompletableFuture<Void> add(CompletionStage<?> handled) {
        return inbox.add(() -> handled).toCompletableFuture();
    }

    @Test
    void there_is_room_again_when_the_next_task_begins() {
        CompletableFuture<Void> afterFirst = add(first);
        assertThat(afterFirst).isNotDone();
        threads.remove().run();
        assertThat(afterFirst).isDone();

        CompletableFuture<Void> afterSecond = add(new CompletableFuture<>());
        first.complete(null);
        assertThat(afterSecond).isNotDone();
        threads.remove().run();

        assertThat(afterSecond).isDone();
        assertThat(add(new CompletableFuture<>())).isNotDone();
    }

    @Test
    void who_waits_for_room_may_wait_for_others_who_use_the_inbox() {
        assertThat(add(first)).isNotDone();
        CompletableFuture<Void> told = add(new CompletableFuture<>())
                .thenRun(() -> CompletableFuture.runAsync(inbox::drain)
                        .orTimeout(2, TimeUnit.MINUTES)
                        .join());

        threads.remove().run();
        first.complete(null);
        threads.remove().run();

        assertThat(told).isCompleted();
    }

    @Test
    void there_is_room_for_whoever_waits_when_it_is_closed() {
        assertThat(add(first)).isNotDone();
        CompletableFuture<Void> waiting = add(new CompletableFuture<>());
        threads.remove().run();

        inbox.close(() -> {});
        first.complete(null);
        threads.remove().run();

        assertThat(waiting).isDone();
    }
}
