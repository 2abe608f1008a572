package dev.aide.store.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.store.queue.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class SchedulerTest {
    private final Queue<RunError> errors = new ConcurrentLinkedQueue<>();

    private static void await(CountDownLatch latch) throws InterruptedException {
        assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
    }

    private static void awaitRuns(AtomicInteger runs, int count) {
        Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> runs.get() >= count);
    }

    @Test
    void once_and_at_run_once_and_every_runs_again() {
        AtomicInteger once = new AtomicInteger();
        AtomicInteger at = new AtomicInteger();
        AtomicInteger every = new AtomicInteger();
        try (Scheduler scheduler = Scheduler.builder().start()) {
            scheduler.runOnce("once", once::incrementAndGet);
            scheduler.runAt("at", Instant.now().plusMillis(50), at::incrementAndGet);
            scheduler.runEvery("every", Duration.ofMillis(20), every::incrementAndGet);
            awaitRuns(every, 10);
            awaitRuns(at, 1);
            awaitRuns(once, 1);
        }
        assertThat(once).hasValue(1);
        assertThat(at).hasValue(1);
    }

    @Test
    void a_run_that_fails_is_reported_and_the_next_one_comes() {
        AtomicInteger runs = new AtomicInteger();
        try (Scheduler scheduler = Scheduler.builder().onError(errors::add).start()) {
            scheduler.runEvery("poll", Duration.ofMillis(10), () -> {
                runs.incrementAndGet();
                throw new IllegalStateException("down");
            });
            awaitRuns(runs, 3);
        }
        RunError error = errors.peek();
        assertThat(error.name()).isEqualTo("poll");
        assertThat(error.kind()).isEqualTo("every");
        assertThat(error.error()).isEqualTo("java.lang.IllegalStateException: down");
        assertThat(error.trace()).contains("SchedulerTest");
    }

    @Test
    void runs_do_not_overlap_unless_they_may() throws Exception {
        CountDownLatch open = new CountDownLatch(1);
        CountDownLatch three = new CountDownLatch(3);
        AtomicInteger alone = new AtomicInteger();
        try (Scheduler scheduler = Scheduler.builder().start()) {
            scheduler.runEvery("alone", Duration.ofMillis(5), () -> {
                alone.incrementAndGet();
                await(open);
            });
            scheduler.add(Schedule.of("together", Timing.every(Duration.ofMillis(5)), () -> {
                        three.countDown();
                        await(open);
                    })
                    .withOverlapping());
            await(three);
            awaitRuns(alone, 1);
            assertThat(alone).hasValue(1);
            open.countDown();
        }
    }

    @Test
    void a_cancelled_schedule_runs_no_more_and_its_name_is_free() {
        AtomicInteger runs = new AtomicInteger();
        try (Scheduler scheduler = Scheduler.builder().start()) {
            scheduler.runEvery("poll", Duration.ofDays(1), runs::incrementAndGet);
            assertThatThrownBy(() -> scheduler.runOnce("poll", runs::incrementAndGet))
                    .hasMessage("there is a schedule named 'poll': cancel it, or choose another name");
            assertThat(scheduler.cancel("poll")).isTrue();
            assertThat(scheduler.cancel("poll")).isFalse();
            scheduler.runOnce("poll", runs::incrementAndGet);
            awaitRuns(runs, 1);
        }
        assertThat(runs).hasValue(1);
    }

    @Test
    void a_clock_that_is_set_back_does_not_stop_an_interval() {
        SettableClock clock = new SettableClock(Instant.parse("2026-11-23T00:00:00Z"));
        AtomicInteger runs = new AtomicInteger();
        try (Scheduler scheduler = Scheduler.builder().clock(clock).start()) {
            scheduler.runEvery("poll", Duration.ofMinutes(1), runs::incrementAndGet);
            clock.advance(Duration.ofDays(-1));
            Awaitility.await().atMost(Duration.ofMinutes(1)).until(() -> {
                clock.advance(Duration.ofSeconds(30));
                return runs.get() > 0;
            });
        }
    }
}
