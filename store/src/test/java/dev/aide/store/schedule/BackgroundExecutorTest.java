package dev.aide.store.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.store.TaskError;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.RejectedExecutionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class BackgroundExecutorTest {
    private final Queue<TaskError> errors = new ConcurrentLinkedQueue<>();

    @Test
    void one_hook_hears_of_all_that_fails() {
        BackgroundExecutor executor = BackgroundExecutor.start(2, errors::add);
        CompletableFuture<Void> good = executor.run("good", null, () -> {});
        CompletableFuture<Void> bad = executor.run("bad", 7, () -> {
            throw new IllegalStateException("down");
        });
        executor.close();

        assertThat(good).isCompleted();
        assertThat(bad).isCompletedExceptionally();
        assertThat(errors).singleElement().satisfies(error -> {
            assertThat(error.task()).isEqualTo("bad");
            assertThat(error.payload()).isEqualTo(7);
            assertThat(error.trace()).contains("BackgroundExecutorTest");
        });
        assertThatThrownBy(() -> executor.run("late", null, () -> {})).isInstanceOf(RejectedExecutionException.class);
    }

    @Test
    void a_hook_that_fails_harms_nobody() {
        try (BackgroundExecutor executor = BackgroundExecutor.start(1, error -> {
            throw new IllegalStateException("hook");
        })) {
            CompletableFuture<Void> bad = executor.run("bad", null, () -> {
                throw new IllegalStateException("down");
            });
            CompletableFuture<Void> good = executor.run("good", null, () -> {});
            assertThatThrownBy(bad::join).hasRootCauseMessage("down");
            assertThat(good).succeedsWithin(Duration.ofMinutes(1));
        }
    }
}
