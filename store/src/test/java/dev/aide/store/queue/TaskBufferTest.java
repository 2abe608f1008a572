package dev.aide.store.queue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.store.OnBothDatabases;
import dev.aide.store.TaskError;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class TaskBufferTest extends OnBothDatabases {
    private final QueueOptions quick = QueueOptions.standard()
            .withMaxAttempts(3)
            .withBackoff(new Backoff(Duration.ofMillis(1), Duration.ofMillis(4)));
    private final Queue<TaskError> errors = new ConcurrentLinkedQueue<>();

    private TaskBuffer.Builder tasks() {
        return TaskBuffer.builder(db)
                .options(quick)
                .pollInterval(Duration.ofMillis(20))
                .onError(errors::add);
    }

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void awaitCount(PersistentQueue queue, JobState state, long count) {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(queue.counts()).containsEntry(state, count));
    }

    @Test
    void each_task_goes_to_the_handler_of_its_type() throws Exception {
        Queue<Object> seen = new ConcurrentLinkedQueue<>();
        TaskHandler remember = task -> {
            seen.add(task.payload());
            return Outcome.done();
        };
        try (TaskBuffer tasks = tasks().handler("mail", remember)
                .handler("bill", task -> Outcome.discard("never: " + task.payload()))
                .start()) {
            for (int i = 0; i < 20; i++) {
                tasks.push("mail", i);
            }
            tasks.push("bill", "b");
            tasks.drain();

            assertThat(seen).hasSize(20).doesNotHaveDuplicates();
            assertThat(tasks.queue("mail").counts()).containsEntry(JobState.COMPLETE, 20L);
            assertThat(tasks.queue("bill").dead(1)).extracting(Job::error).containsExactly("never: b");
            assertThatThrownBy(() -> tasks.push("mial", 1))
                    .hasMessage("no handler for tasks of type 'mial'; there are [mail, bill]");
            assertThat(tasks.cleanup(Duration.ofDays(1))).isZero();
            assertThat(tasks.cleanup(Duration.ZERO)).isEqualTo(21);
        }
    }

    @Test
    void a_crash_is_tried_again_and_reported_with_its_trace() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        try (TaskBuffer tasks = tasks().handler("mail", task -> {
                    if (attempts.incrementAndGet() < 3) {
                        throw new IllegalStateException("down");
                    }
                    return Outcome.done();
                })
                .start()) {
            tasks.push("mail", "a");
            awaitCount(tasks.queue("mail"), JobState.COMPLETE, 1);

            assertThat(attempts).hasValue(3);
            assertThat(errors).hasSize(2).allSatisfy(error -> {
                assertThat(error.task()).isEqualTo("mail");
                assertThat(error.payload()).isEqualTo("a");
                assertThat(error.error()).isEqualTo("java.lang.IllegalStateException: down");
                assertThat(error.trace()).contains("TaskBufferTest");
            });
        }
    }

    @Test
    void a_refusal_is_tried_again_without_a_trace_and_ends_dead() throws Exception {
        try (TaskBuffer tasks =
                tasks().handler("mail", task -> Outcome.fail("no address")).start()) {
            tasks.push("mail", "a");
            awaitCount(tasks.queue("mail"), JobState.DEAD, 1);

            assertThat(errors)
                    .hasSize(3)
                    .allSatisfy(error -> assertThat(error.trace()).isNull());
            assertThat(tasks.queue("mail").dead(1)).extracting(Job::error).containsExactly("no address");
        }
    }

    @Test
    void a_snoozed_task_comes_back_without_an_attempt_spent() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        try (TaskBuffer tasks = tasks().handler(
                        "mail",
                        task -> runs.incrementAndGet() < 6 ? Outcome.snooze(Duration.ofMillis(1)) : Outcome.done())
                .start()) {
            tasks.push("mail", "a");
            awaitCount(tasks.queue("mail"), JobState.COMPLETE, 1);
            assertThat(tasks.queue("mail").dead(1)).isEmpty();
        }
    }

    @Test
    void a_type_has_no_more_tasks_running_than_allowed() throws Exception {
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch other = new CountDownLatch(1);
        try (TaskBuffer tasks = tasks().workers(4)
                .concurrency("slow", 2)
                .handler("slow", task -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    await(open);
                    now.decrementAndGet();
                    return Outcome.done();
                })
                .handler("other", task -> {
                    other.countDown();
                    return Outcome.done();
                })
                .start()) {
            for (int i = 0; i < 8; i++) {
                tasks.push("slow", i);
            }
            tasks.push("other", "x");
            await(other);
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> now.get() == 2);
            open.countDown();
            tasks.drain();
            assertThat(most).hasValue(2);
        }
        assertThatThrownBy(() -> tasks().concurrency("typo", 1).start())
                .hasMessage("a concurrency for [typo], which have no handler");
    }

    @Test
    void a_heartbeat_keeps_a_long_task_from_being_claimed_again() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch open = new CountDownLatch(1);
        try (TaskBuffer tasks = tasks().options(quick.withLease(Duration.ofSeconds(3)))
                .handler("mail", task -> {
                    runs.incrementAndGet();
                    await(open);
                    return Outcome.done();
                })
                .start()) {
            tasks.push("mail", "a");
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> runs.get() == 1);
            // longer than the lease
            PersistentQueue other = tasks.queue("mail");
            Awaitility.await()
                    .during(Duration.ofSeconds(5))
                    .atMost(Duration.ofMinutes(1))
                    .until(() -> other.pop().isEmpty());
            open.countDown();
            tasks.drain();
            assertThat(runs).hasValue(1);
            assertThat(other.counts()).containsEntry(JobState.COMPLETE, 1L);
        }
    }

    @Test
    void a_stop_finishes_what_runs_and_gives_back_what_does_not_end() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        TaskBuffer stuck = tasks().grace(Duration.ofMillis(50))
                .handler("mail", task -> {
                    begun.countDown();
                    await(new CountDownLatch(1));
                    return Outcome.done();
                })
                .start();
        stuck.push("mail", "a");
        await(begun);
        stuck.stop();

        try (TaskBuffer next = tasks().handler("mail", task -> Outcome.done()).start()) {
            awaitCount(next.queue("mail"), JobState.COMPLETE, 1);
        }
    }

    @Test
    void a_push_belongs_to_the_callers_transaction() throws Exception {
        try (TaskBuffer tasks = tasks().handler("mail", task -> Outcome.done()).start()) {
            assertThatThrownBy(() -> db.useTransaction(tx -> {
                        tasks.push(tx, "mail", NewJob.of("a"));
                        throw new IllegalStateException("no");
                    }))
                    .hasMessage("no");
            db.useTransaction(tx -> tasks.push(tx, "mail", NewJob.of("b")));
            awaitCount(tasks.queue("mail"), JobState.COMPLETE, 1);
        }
    }
}
