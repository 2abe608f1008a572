package dev.aide.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class SlidingWindowTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void no_span_as_long_as_the_window_ever_holds_more_than_the_limit() {
        Random random = new Random(7);
        SlidingWindow window = new SlidingWindow(RateLimit.perUser(50, MINUTE));
        Deque<Long> granted = new ArrayDeque<>();
        long now = 0;
        int grants = 0;
        for (int i = 0; i < 200_000; i++) {
            // bursts and pauses, so that the ends of windows are tried from both sides
            now += random.nextInt(20) == 0 ? random.nextLong(MINUTE.toNanos()) : random.nextLong(50_000_000);
            if (window.take(now).isGranted()) {
                granted.add(now);
                grants++;
            }
            while (!granted.isEmpty() && granted.peekFirst() <= now - MINUTE.toNanos()) {
                granted.removeFirst();
            }
            assertThat(granted.size()).isLessThanOrEqualTo(50);
        }
        assertThat(grants).isGreaterThan(10_000);
    }

    @Test
    void a_full_burst_at_the_end_of_a_window_leaves_nothing_for_the_next_moment() {
        SlidingWindow window = new SlidingWindow(RateLimit.perUser(10, MINUTE));
        long end = MINUTE.toNanos() - 1;
        for (int i = 0; i < 10; i++) {
            assertThat(window.take(end).isGranted()).isTrue();
        }

        assertThat(window.take(end + 2).isGranted()).isFalse();
        assertThat(window.take(end + MINUTE.toNanos() / 2).isGranted()).isFalse();
    }

    @Test
    void after_the_wait_it_names_a_place_is_free_and_not_much_later_than_the_window() {
        SlidingWindow window = new SlidingWindow(RateLimit.perUser(1, MINUTE));
        assertThat(window.take(5).isGranted()).isTrue();

        Allowance refused = window.take(6);

        assertThat(refused.isGranted()).isFalse();
        assertThat(refused.reset()).isBetween(MINUTE, MINUTE.plusSeconds(4));
        assertThat(window.take(6 + refused.reset().toNanos() - 1).isGranted()).isFalse();
        assertThat(window.take(6 + refused.reset().toNanos()).isGranted()).isTrue();
    }

    @Test
    void what_is_given_back_can_be_taken_again() {
        SlidingWindow window = new SlidingWindow(RateLimit.perUser(1, MINUTE));
        Allowance granted = window.take(0);
        window.giveBack(granted.slice());

        assertThat(window.take(1).isGranted()).isTrue();
        assertThat(window.take(2).isGranted()).isFalse();
    }

    @Test
    void what_is_given_back_after_it_was_forgotten_frees_nobody_elses_place() {
        SlidingWindow window = new SlidingWindow(RateLimit.perUser(1, MINUTE));
        Allowance old = window.take(0);
        assertThat(window.take(2 * MINUTE.toNanos()).isGranted()).isTrue();

        window.giveBack(old.slice());

        assertThat(window.take(2 * MINUTE.toNanos()).isGranted()).isFalse();
    }

    @Test
    void many_threads_together_get_exactly_the_limit() throws Exception {
        Limiter limiter = Limits.inMemory(new AtomicLong(1)::get).limiter("all", RateLimit.perUser(1000, MINUTE));
        AtomicInteger granted = new AtomicInteger();
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(8);
        for (int t = 0; t < 8; t++) {
            threads.execute(() -> {
                try {
                    start.await();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                for (int i = 0; i < 1000; i++) {
                    if (limiter.take("one").isGranted()) {
                        granted.incrementAndGet();
                    }
                }
            });
        }
        start.countDown();
        threads.shutdown();
        assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();

        assertThat(granted).hasValue(1000);
        assertThat(limiter.take("another").isGranted()).isTrue();
    }
}
