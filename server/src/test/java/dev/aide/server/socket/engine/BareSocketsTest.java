package dev.aide.server.socket.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.aide.server.http.HttpError;
import dev.aide.server.http.Method;
import dev.aide.server.http.Peer;
import dev.aide.server.http.Request;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class BareSocketsTest {
    private static final Duration INTERVAL = Duration.ofSeconds(25);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HandTimer timer = new HandTimer();
    private final List<String> ends = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Sessions sessions = new Sessions(2);
    private final BareSockets bare = new BareSockets(
            new EngineOptions(INTERVAL, TIMEOUT, TIMEOUT, 100, 5, 2, SlowConsumer.DISCONNECT),
            timer,
            sessions,
            (link, request) -> {
                links.add(link);
                return new Echo(link, ends);
            });

    private MemoryWire open() {
        MemoryWire wire = new MemoryWire();
        wire.open(bare.door(Request.of(Method.GET, "/ws", new Peer(InetAddress.getLoopbackAddress(), false, "1"))));
        return wire;
    }

    private static Outgoing event(String text) {
        return new Outgoing(List.of(Frame.text(text)), true);
    }

    @Test
    void messages_are_carried_as_they_are() {
        MemoryWire wire = open();

        wire.receive("hello");
        wire.receive(new byte[] {1, 2});

        assertThat(wire.sent()).containsExactly("hello", "[1, 2]");
    }

    @Test
    void a_client_that_answers_pings_stays_and_one_that_does_not_is_gone() {
        MemoryWire wire = open();
        for (int i = 0; i < 3; i++) {
            timer.pass(INTERVAL);
            wire.answerPing();
        }
        assertThat(wire.sent()).containsExactly("ping", "ping", "ping");
        assertThat(ends).isEmpty();

        timer.pass(INTERVAL.plus(TIMEOUT));

        assertThat(wire.closeCode()).isEqualTo(CloseCode.POLICY);
        assertThat(ends).containsExactly("ping timeout");
    }

    @Test
    void what_breaks_the_protocol_closes_with_the_code_that_says_how() {
        MemoryWire wire = open();

        wire.receive("wrong");
        wire.receive("after");

        assertThat(wire.closeCode()).isEqualTo(CloseCode.INVALID);
        assertThat(wire.sent()).isEmpty();
        assertThat(ends).containsExactly("that is wrong");
        wire.breakOff();
        assertThat(sessions.count()).isZero();
    }

    @Test
    void a_client_that_takes_too_little_is_disconnected() {
        MemoryWire wire = open();
        CompletableFuture<Void> written = wire.stall();
        for (int i = 0; i < 6; i++) {
            links.get(0).send(event("x"));
        }
        assertThat(sessions.queued()).isEqualTo(5);
        assertThat(ends).isEmpty();

        links.get(0).send(event("x"));

        assertThat(ends).containsExactly("the client is too slow");
        assertThat(wire.closeCode()).isEqualTo(CloseCode.POLICY);
        written.complete(null);
        assertThat(wire.sent()).hasSize(1);
    }

    @Test
    void closing_sends_what_waits_first() {
        MemoryWire wire = open();
        CompletableFuture<Void> written = wire.stall();
        links.get(0).send(event("a"));
        links.get(0).send(event("b"));

        links.get(0).close(CloseCode.GOING_AWAY, "bye");
        links.get(0).send(event("too late"));
        assertThat(wire.closeCode()).isZero();
        written.complete(null);

        assertThat(wire.sent()).containsExactly("a", "b");
        assertThat(wire.closeCode()).isEqualTo(CloseCode.GOING_AWAY);
        assertThat(ends).containsExactly("bye");
    }

    @Test
    void a_client_that_never_takes_what_waits_is_closed_all_the_same() {
        MemoryWire wire = open();
        var unused = wire.stall();
        links.get(0).send(event("a"));
        links.get(0).close(CloseCode.GOING_AWAY, "bye");

        timer.pass(TIMEOUT);

        assertThat(wire.closeCode()).isEqualTo(CloseCode.GOING_AWAY);
    }

    @Test
    void a_connection_that_breaks_ends_the_session() {
        MemoryWire wire = open();
        CompletableFuture<Void> written = wire.stall();
        links.get(0).send(event("a"));

        written.completeExceptionally(new IllegalStateException("gone"));
        wire.breakOff();

        assertThat(ends).containsExactly("the connection broke");
        assertThat(sessions.count()).isZero();
    }

    @Test
    void there_are_no_more_sessions_than_allowed() {
        MemoryWire first = open();
        open();

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        HttpError.class, error -> assertThat(error.status()).isEqualTo(503))
                .hasMessage("there are too many sessions");
        first.breakOff();
        assertThat(open().closeCode()).isZero();
    }

    private record Echo(Link link, List<String> ends) implements MessageListener {

        @Override
        public CompletionStage<Void> text(String text) throws ProtocolException {
            if (text.equals("wrong")) {
                throw new ProtocolException(CloseCode.INVALID, "that is wrong");
            }
            link.send(event(text));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> binary(byte[] bytes) {
            link.send(new Outgoing(List.of(Frame.binary(bytes)), true));
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public CompletionStage<Void> drain() {
            return CompletableFuture.completedFuture(null);
        }

        @Override
        public void closed(String reason) {
            ends.add(reason);
        }
    }
}
