package dev.aide.server.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LeasedWindowTest {
    private static final RateLimit LIMIT = RateLimit.perUser(1_000, Duration.ofSeconds(160));
    private static final Duration SLICE = Duration.ofSeconds(10);

    private final List<Integer> asked = new ArrayList<>();
    private long now = 5;
    private int places = Integer.MAX_VALUE;

    private final LeasedWindow window = new LeasedWindow(LIMIT, this::lease, () -> now);

    /** What a database would answer whose clock goes with this test's. */
    private Lease lease(int wanted) {
        asked.add(wanted);
        long slice = now / SLICE.toNanos();
        Duration rest = Duration.ofNanos((slice + 1) * SLICE.toNanos() - now);
        int granted = Math.min(wanted, places);
        places -= granted;
        return new Lease(granted, Math.min(places, 500), slice, rest, rest.plus(SLICE.multipliedBy(16)));
    }

    private void take(int times) {
        for (int i = 0; i < times; i++) {
            assertThat(window.take().isGranted()).isTrue();
        }
    }

    @Test
    void a_key_that_is_seldom_used_asks_for_one_place_at_a_time() {
        take(7);

        assertThat(asked).containsExactly(1, 1, 1, 1, 1, 1, 1);
    }

    @Test
    void a_lease_is_never_more_than_a_quarter_of_what_was_spent_in_the_slice() {
        take(400);

        int spent = 0;
        for (int lease : asked) {
            assertThat(lease).isLessThanOrEqualTo(Math.max(1, spent / 4));
            spent += lease;
        }
        assertThat(asked).hasSizeLessThan(30);
    }

    @Test
    void what_is_given_back_does_not_make_leases_grow() {
        for (int i = 0; i < 28; i++) {
            window.giveBack(window.take().slice());
        }

        assertThat(asked).containsOnly(1);
    }

    @Test
    void what_is_leased_is_spent_without_asking_and_not_after_its_slice() {
        take(8);
        take(1);
        assertThat(asked).hasSize(9).endsWith(2);

        take(1);
        assertThat(asked).hasSize(9);

        take(1);
        assertThat(asked).hasSize(10);
        now += SLICE.toNanos();
        take(1);
        assertThat(asked).hasSize(11).endsWith(1);
    }

    @Test
    void a_refusal_is_remembered_for_a_second_and_says_when_a_place_is_free() {
        places = 1;
        take(1);

        Allowance refused = window.take();
        now += Duration.ofMillis(900).toNanos();
        Allowance again = window.take();

        assertThat(refused.isGranted()).isFalse();
        assertThat(again.isGranted()).isFalse();
        assertThat(asked).hasSize(2);
        assertThat(refused.reset().minus(again.reset())).isEqualTo(Duration.ofMillis(900));

        now += Duration.ofMillis(101).toNanos();
        places = 1;
        assertThat(window.take().isGranted()).isTrue();
    }

    @Test
    void fewer_places_than_were_asked_for_are_spent_and_no_more() {
        take(8);
        places = 1;

        take(1);

        assertThat(asked).endsWith(2);
        assertThat(window.take().isGranted()).isFalse();
        assertThat(window.take().remaining()).isZero();
    }

    @Test
    void what_remains_is_what_the_database_has_and_what_is_leased() {
        places = 100;

        assertThat(window.take().remaining()).isEqualTo(99);
        assertThat(window.take().remaining()).isEqualTo(98);
    }
}
