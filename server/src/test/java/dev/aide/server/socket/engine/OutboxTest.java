package dev.aide.server.socket.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import org.junit.jupiter.api.Test;

class OutboxTest {
    private final LongAdder drops = new LongAdder();

    private static Outgoing event(String text) {
        return new Outgoing(List.of(Frame.text(text)), true);
    }

    private static Outgoing needed(String text) {
        return new Outgoing(List.of(Frame.text(text)), false);
    }

    private Outbox full(SlowConsumer policy) {
        Outbox outbox = new Outbox(3, policy, drops);
        assertThat(outbox.add(needed("open"))).isTrue();
        assertThat(outbox.add(event("a"))).isTrue();
        assertThat(outbox.add(event("b"))).isTrue();
        return outbox;
    }

    private static List<String> texts(Outbox outbox) {
        return outbox.drain().stream().map(Frame::text).toList();
    }

    @Test
    void a_slow_client_is_disconnected() {
        assertThat(full(SlowConsumer.DISCONNECT).add(event("c"))).isFalse();
    }

    @Test
    void or_loses_the_oldest_event_but_nothing_that_is_needed() {
        Outbox outbox = full(SlowConsumer.DROP_OLDEST);

        assertThat(outbox.add(event("c"))).isTrue();
        assertThat(outbox.add(needed("ack"))).isTrue();

        assertThat(texts(outbox)).containsExactly("open", "c", "ack");
        assertThat(drops.sum()).isEqualTo(2);
    }

    @Test
    void or_loses_the_newest_event_and_an_older_one_for_what_is_needed() {
        Outbox outbox = full(SlowConsumer.DROP_NEWEST);

        assertThat(outbox.add(event("c"))).isTrue();
        assertThat(outbox.add(needed("ack"))).isTrue();

        assertThat(texts(outbox)).containsExactly("open", "b", "ack");
        assertThat(drops.sum()).isEqualTo(2);
    }

    @Test
    void a_client_for_which_only_needed_messages_wait_can_not_stay() {
        Outbox outbox = new Outbox(1, SlowConsumer.DROP_OLDEST, drops);
        outbox.add(needed("open"));

        assertThat(outbox.add(needed("ack"))).isFalse();
        assertThat(outbox.add(event("a"))).isTrue();
        assertThat(texts(outbox)).containsExactly("open");
        assertThat(drops.sum()).isEqualTo(1);
    }
}
