package dev.aide.server.socket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** With a timer whose tasks have begun before they can be cancelled. */
class HeartbeatTest {
    private final List<Runnable> begun = new ArrayList<>();
    private final List<String> events = new ArrayList<>();
    private final Heartbeat heartbeat = new Heartbeat(
            this::begin,
            Duration.ofSeconds(25),
            Duration.ofSeconds(20),
            () -> events.add("ping"),
            () -> events.add("silence"));

    private Runnable begin(Duration delay, Runnable task) {
        begun.add(task);
        return () -> {};
    }

    @Test
    void a_client_that_is_silent_is_asked_and_then_gone() {
        heartbeat.alive();
        begun.get(0).run();
        begun.get(1).run();

        assertThat(events).containsExactly("ping", "silence");
    }

    @Test
    void an_answer_at_the_instant_of_the_next_question_leaves_one_timer() {
        heartbeat.alive();
        heartbeat.alive();

        begun.get(0).run();

        assertThat(begun).hasSize(2);
        assertThat(events).isEmpty();
    }

    @Test
    void an_answer_at_the_last_instant_counts() {
        heartbeat.alive();
        begun.get(0).run();
        heartbeat.alive();

        begun.get(1).run();

        assertThat(events).containsExactly("ping");
    }

    @Test
    void nobody_is_asked_or_gone_after_the_end() {
        heartbeat.alive();
        begun.get(0).run();
        heartbeat.stop();

        begun.forEach(Runnable::run);

        assertThat(events).containsExactly("ping");
    }
}
