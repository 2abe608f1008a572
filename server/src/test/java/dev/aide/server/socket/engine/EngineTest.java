package dev.aide.server.socket.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.aide.server.http.Body;
import dev.aide.server.http.HttpError;
import dev.aide.server.http.Method;
import dev.aide.server.http.Peer;
import dev.aide.server.http.Request;
import dev.aide.server.http.Response;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the Engine.IO protocol, revision 4, says of sessions; each session echoes its messages, as in its test suite. */
class EngineTest {
    private static final Duration INTERVAL = Duration.ofSeconds(25);
    private static final Duration TIMEOUT = Duration.ofSeconds(20);

    private final HandTimer timer = new HandTimer();
    private final List<String> ends = new ArrayList<>();
    private final List<Link> links = new ArrayList<>();
    private final Sessions sessions = new Sessions(3);
    private final Engine engine = engine();
    private Consumer<Link> whenOpened = link -> {};
    private CompletableFuture<Void> drained = CompletableFuture.completedFuture(null);
    private CompletableFuture<Void> room = CompletableFuture.completedFuture(null);

    private Engine engine() {
        EngineOptions options =
                new EngineOptions(INTERVAL, TIMEOUT, Duration.ofSeconds(10), 100, 5, 3, SlowConsumer.DISCONNECT);
        return new Engine(options, timer, sessions, (link, request) -> {
            links.add(link);
            whenOpened.accept(link);
            return new Echo(link, ends, drained, () -> room);
        });
    }

    private static Request request(Method method, String transport, String sid, byte[] body) {
        Request request = Request.of(method, "/engine.io/", new Peer(InetAddress.getLoopbackAddress(), false, "1"));
        Map<String, List<String>> query = sid == null
                ? Map.of("EIO", List.of("4"), "transport", List.of(transport))
                : Map.of("EIO", List.of("4"), "transport", List.of(transport), "sid", List.of(sid));
        return request.withValues(Map.of(), query).withBody(Body.of("text/plain", body));
    }

    private static String text(CompletionStage<Response> answer) {
        CompletableFuture<Response> done = answer.toCompletableFuture();
        assertThat(done).isDone();
        return new String((byte[]) done.join().body(), StandardCharsets.UTF_8);
    }

    private String open() throws Exception {
        String packet = text(engine.answer(request(Method.GET, "polling", null, new byte[0])));
        assertThat(packet).startsWith("0");
        return new ObjectMapper().readTree(packet.substring(1)).path("sid").textValue();
    }

    private CompletionStage<Response> poll(String sid) {
        return engine.answer(request(Method.GET, "polling", sid, new byte[0]));
    }

    private String post(String sid, String body) {
        return text(beginPost(sid, body));
    }

    private CompletionStage<Response> beginPost(String sid, String body) {
        return engine.answer(request(Method.POST, "polling", sid, body.getBytes(StandardCharsets.UTF_8)));
    }

    private MemoryWire wire(String sid) {
        MemoryWire wire = new MemoryWire();
        wire.open(engine.door(request(Method.GET, "websocket", sid, new byte[0])));
        return wire;
    }

    private void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        HttpError.class, error -> assertThat(error.status()).isEqualTo(400))
                .hasMessage(message);
    }

    @Test
    void the_handshake_says_what_the_client_must_know() throws Exception {
        String packet = text(engine.answer(request(Method.GET, "polling", null, new byte[0])));
        JsonNode handshake = new ObjectMapper().readTree(packet.substring(1));

        assertThat(handshake.path("sid").textValue()).hasSize(20);
        assertThat(handshake.path("upgrades").toString()).isEqualTo("[\"websocket\"]");
        assertThat(handshake.path("pingInterval").intValue()).isEqualTo(25_000);
        assertThat(handshake.path("pingTimeout").intValue()).isEqualTo(20_000);
        assertThat(handshake.path("maxPayload").intValue()).isEqualTo(100);

        MemoryWire wire = wire(null);
        assertThat(wire.sent().get(0)).startsWith("0{\"sid\":\"").contains("\"upgrades\":[]");
    }

    @ParameterizedTest
    @CsvSource({
        "GET,,polling,Unsupported protocol version: EIO must be 4",
        "GET,3,polling,Unsupported protocol version: EIO must be 4",
        "GET,abc,polling,Unsupported protocol version: EIO must be 4",
        "GET,4,,Transport unknown: transport must be polling or websocket",
        "GET,4,abc,Transport unknown: transport must be polling or websocket",
        "GET,4,websocket,Bad request: transport=websocket needs an upgrade to WebSocket",
        "POST,4,polling,Bad handshake method: a session is opened by GET",
        "PUT,4,polling,Bad handshake method: a session is opened by GET"
    })
    void a_wrong_handshake_is_a_400(Method method, String version, String transport, String message) {
        Map<String, List<String>> query = new HashMap<>();
        if (version != null) {
            query.put("EIO", List.of(version));
        }
        if (transport != null) {
            query.put("transport", List.of(transport));
        }
        Request request = request(method, "polling", null, new byte[0]).withValues(Map.of(), query);

        assertRefused(() -> engine.answer(request), message);
    }

    @Test
    void a_session_that_nobody_opened_is_a_400() {
        assertRefused(() -> poll("nobody"), "Session ID unknown");
        assertRefused(() -> post("nobody", "4a"), "Session ID unknown");
        assertRefused(() -> wire("nobody"), "Session ID unknown");
    }

    @Test
    void a_session_is_not_found_before_somebody_hears_it() throws Exception {
        whenOpened = link -> assertRefused(() -> post(link.id(), "4too early"), "Session ID unknown");

        assertThat(post(open(), "4now")).isEqualTo("ok");
    }

    @Test
    void messages_come_back_by_polling() throws Exception {
        String sid = open();

        assertThat(post(sid, "4a\u001ebAQI=\u001e4b")).isEqualTo("ok");
        assertThat(text(poll(sid))).isEqualTo("4a\u001ebAQI=\u001e4b");
    }

    @Test
    void a_poll_waits_for_a_message() throws Exception {
        String sid = open();
        CompletionStage<Response> poll = poll(sid);
        assertThat(poll.toCompletableFuture()).isNotDone();

        post(sid, "4late");

        assertThat(text(poll)).isEqualTo("4late");
    }

    @Test
    void messages_come_back_by_websocket() {
        MemoryWire wire = wire(null);

        wire.receive("4hello");
        wire.receive(new byte[] {1, 2});

        assertThat(wire.sent().subList(1, 3)).containsExactly("4hello", "[1, 2]");
    }

    @Test
    void a_malformed_payload_is_a_400_and_ends_the_session() throws Exception {
        String sid = open();
        CompletionStage<Response> poll = poll(sid);

        assertRefused(() -> post(sid, "abc"), "a packet begins with a digit from 0 to 6; the session is closed");

        assertThat(text(poll)).isEqualTo("1");
        assertRefused(() -> poll(sid), "Session ID unknown");
        assertThat(ends).containsExactly("a packet begins with a digit from 0 to 6");
    }

    @ParameterizedTest
    @CsvSource({"abc", "2", "0", "5", "9"})
    void a_malformed_frame_ends_the_session(String frame) {
        MemoryWire wire = wire(null);

        wire.receive(frame);
        wire.breakOff();

        assertThat(wire.closeCode()).isEqualTo(CloseCode.PROTOCOL);
        assertThat(ends).hasSize(1);
        assertThat(sessions.count()).isZero();
    }

    @Test
    void a_payload_that_is_too_large_is_a_413_and_the_session_lives() throws Exception {
        String sid = open();

        assertThatThrownBy(() -> post(sid, "4" + "x".repeat(100)))
                .isInstanceOfSatisfying(
                        HttpError.class, error -> assertThat(error.status()).isEqualTo(413))
                .hasMessage("a payload has at most 100 bytes");
        assertThat(post(sid, "4" + "x".repeat(99))).isEqualTo("ok");
    }

    @Test
    void two_polls_at_once_end_the_session() throws Exception {
        String sid = open();
        CompletionStage<Response> first = poll(sid);

        assertRefused(() -> poll(sid), "there is a poll under way already; the session is closed");

        assertThat(text(first)).isEqualTo("1");
        assertRefused(() -> poll(sid), "Session ID unknown");
    }

    @Test
    void what_is_posted_is_handed_in_as_there_is_room() throws Exception {
        String sid = open();
        CompletableFuture<Void> first = new CompletableFuture<>();
        CompletableFuture<Void> second = new CompletableFuture<>();
        room = first;

        CompletionStage<Response> posted = beginPost(sid, "4a\u001e4b\u001e4c");
        assertThat(text(poll(sid))).isEqualTo("4a");
        room = second;
        first.complete(null);
        assertThat(text(poll(sid))).isEqualTo("4b");
        assertThat(posted.toCompletableFuture()).isNotDone();
        room = CompletableFuture.completedFuture(null);
        second.complete(null);

        assertThat(text(poll(sid))).isEqualTo("4c");
        assertThat(text(posted)).isEqualTo("ok");
        assertThat(post(sid, "4d")).isEqualTo("ok");
    }

    @Test
    void two_posts_at_once_end_the_session() throws Exception {
        String sid = open();
        room = new CompletableFuture<>();
        CompletionStage<Response> first = beginPost(sid, "4a\u001e4b");

        assertRefused(() -> post(sid, "4c"), "there is a post under way already; the session is closed");

        assertThat(ends).containsExactly("two posts at once");
        assertRefused(() -> poll(sid), "Session ID unknown");
        room.complete(null);
        assertThat(text(first)).isEqualTo("ok");
    }

    @Test
    void what_is_found_malformed_when_there_is_room_for_it_is_a_400_too() throws Exception {
        String sid = open();
        room = new CompletableFuture<>();
        CompletionStage<Response> posted = beginPost(sid, "4a\u001e2");
        assertThat(ends).isEmpty();

        room.complete(null);

        assertThat(ends).containsExactly("a client sends no PING here");
        assertThatThrownBy(() -> posted.toCompletableFuture().join())
                .cause()
                .isInstanceOfSatisfying(
                        HttpError.class, error -> assertThat(error.status()).isEqualTo(400))
                .hasMessage("a client sends no PING here; the session is closed");
    }

    @Test
    void the_server_pings_and_a_client_that_answers_stays() throws Exception {
        String sid = open();
        for (int i = 0; i < 3; i++) {
            CompletionStage<Response> poll = poll(sid);
            timer.pass(INTERVAL);
            assertThat(text(poll)).isEqualTo("2");
            assertThat(post(sid, "3")).isEqualTo("ok");
        }
        assertThat(ends).isEmpty();
    }

    @Test
    void a_client_that_does_not_answer_a_ping_is_gone() throws Exception {
        String sid = open();
        MemoryWire wire = wire(null);

        timer.pass(INTERVAL.plus(TIMEOUT).minusMillis(1));
        assertThat(ends).isEmpty();
        timer.pass(Duration.ofMillis(1));

        assertRefused(() -> poll(sid), "Session ID unknown");
        assertThat(wire.sent()).hasSize(2).last().isEqualTo("2");
        assertThat(wire.closeCode()).isEqualTo(CloseCode.POLICY);
        assertThat(ends).containsExactly("ping timeout", "ping timeout");
    }

    @Test
    void a_client_that_closes_gets_a_noop_for_its_poll() throws Exception {
        String sid = open();
        CompletionStage<Response> poll = poll(sid);

        assertThat(post(sid, "1")).isEqualTo("ok");

        assertThat(text(poll)).isEqualTo("6");
        assertRefused(() -> poll(sid), "Session ID unknown");
        assertThat(ends).containsExactly("the client closed");
    }

    @Test
    void the_server_closes_a_poll_that_waits_or_the_next_one() throws Exception {
        String waiting = open();
        CompletionStage<Response> poll = poll(waiting);
        String away = open();
        links.get(1).send(new Outgoing(List.of(Frame.text("4last")), false));

        links.forEach(link -> link.close(CloseCode.NORMAL, "enough"));

        assertThat(text(poll)).isEqualTo("1");
        assertThat(text(poll(away))).isEqualTo("4last");
        assertThat(text(poll(away))).isEqualTo("1");
        assertRefused(() -> poll(away), "Session ID unknown");
        assertThat(ends).containsExactly("enough", "enough");
    }

    @Test
    void an_upgrade_ends_the_poll_and_goes_on_by_websocket() throws Exception {
        String sid = open();
        CompletionStage<Response> poll = poll(sid);
        MemoryWire wire = wire(sid);

        wire.receive("2probe");
        assertThat(wire.sent()).containsExactly("3probe");
        assertThat(text(poll)).isEqualTo("6");
        assertThat(text(poll(sid))).isEqualTo("6");
        wire.receive("5");
        wire.receive("4hello");

        assertThat(wire.sent()).containsExactly("3probe", "4hello");
        assertRefused(() -> poll(sid), "the session has gone over to WebSocket");
        assertRefused(() -> post(sid, "4a"), "the session has gone over to WebSocket");
        assertThat(ends).isEmpty();
    }

    @Test
    void what_is_sent_while_the_client_upgrades_is_not_lost() throws Exception {
        String sid = open();
        MemoryWire wire = wire(sid);
        wire.receive("2probe");

        links.get(0).send(new Outgoing(List.of(Frame.text("4between")), false));
        wire.receive("5");

        assertThat(wire.sent()).containsExactly("3probe", "4between");
    }

    @Test
    void a_connection_that_breaks_while_it_takes_over_ends_the_session() throws Exception {
        String sid = open();
        MemoryWire wire = wire(sid);
        wire.receive("2probe");
        links.get(0).send(new Outgoing(List.of(Frame.text("4between")), false));
        wire.breakAt("4between");

        wire.receive("5");

        assertThat(ends).containsExactly("the connection was closed");
        assertThat(sessions.count()).isZero();
    }

    @Test
    void a_second_websocket_of_a_session_is_closed_and_the_first_lives() throws Exception {
        String sid = open();
        MemoryWire first = wire(sid);
        MemoryWire meanwhile = wire(sid);
        first.receive("2probe");
        first.receive("5");
        MemoryWire after = wire(sid);

        first.receive("4hello");

        assertThat(meanwhile.closeCode()).isEqualTo(CloseCode.POLICY);
        assertThat(after.closeCode()).isEqualTo(CloseCode.POLICY);
        assertThat(first.sent()).last().isEqualTo("4hello");
    }

    @ParameterizedTest
    @CsvSource({"5", "4hello", "2", "3probe"})
    void an_upgrade_that_does_not_begin_with_a_probe_is_closed_and_polling_goes_on(String frame) throws Exception {
        String sid = open();
        MemoryWire wire = wire(sid);

        wire.receive(frame);
        wire.breakOff();

        assertThat(wire.closeCode()).isEqualTo(CloseCode.PROTOCOL);
        assertThat(post(sid, "4on")).isEqualTo("ok");
        assertThat(text(poll(sid))).isEqualTo("4on");
    }

    @Test
    void an_upgrade_that_takes_too_long_is_closed_and_polling_goes_on() throws Exception {
        String sid = open();
        MemoryWire wire = wire(sid);
        wire.receive("2probe");

        timer.pass(Duration.ofSeconds(10));

        assertThat(wire.closeCode()).isEqualTo(CloseCode.POLICY);
        CompletionStage<Response> poll = poll(sid);
        assertThat(poll.toCompletableFuture()).isNotDone();
    }

    @Test
    void a_client_that_takes_too_little_is_disconnected() {
        MemoryWire wire = wire(null);
        CompletableFuture<Void> written = wire.stall();
        Outgoing event = new Outgoing(List.of(Frame.text("4x")), true);

        for (int i = 0; i < 6; i++) {
            links.get(0).send(event);
        }
        assertThat(ends).isEmpty();
        links.get(0).send(event);

        assertThat(ends).containsExactly("the client is too slow");
        assertThat(wire.closeCode()).isEqualTo(CloseCode.POLICY);
        written.complete(null);
        assertThat(wire.sent()).hasSize(2);
    }

    @Test
    void closing_sends_what_waits_first() {
        MemoryWire wire = wire(null);
        CompletableFuture<Void> written = wire.stall();
        links.get(0).send(new Outgoing(List.of(Frame.text("4a")), true));
        links.get(0).send(new Outgoing(List.of(Frame.text("4b")), true));

        links.get(0).close(CloseCode.GOING_AWAY, "bye");
        assertThat(wire.closeCode()).isZero();
        written.complete(null);

        assertThat(wire.sent()).endsWith("4a", "4b");
        assertThat(wire.closeCode()).isEqualTo(CloseCode.GOING_AWAY);
    }

    @Test
    void closing_while_the_client_upgrades_sends_what_waits_by_the_websocket() throws Exception {
        String sid = open();
        MemoryWire wire = wire(sid);
        wire.receive("2probe");
        links.get(0).send(new Outgoing(List.of(Frame.text("4last")), false));

        links.get(0).close(CloseCode.GOING_AWAY, "bye");
        assertThat(wire.closeCode()).isZero();
        wire.receive("5");

        assertThat(wire.sent()).containsExactly("3probe", "4last");
        assertThat(wire.closeCode()).isEqualTo(CloseCode.GOING_AWAY);
        wire.breakOff();
        assertThat(sessions.count()).isZero();
        assertThat(ends).containsExactly("bye");
    }

    @Test
    void a_client_that_begins_an_upgrade_and_no_more_does_not_keep_a_session_that_closes() throws Exception {
        String sid = open();
        MemoryWire wire = wire(sid);
        wire.receive("2probe");

        links.get(0).close(CloseCode.NORMAL, "enough");
        timer.pass(TIMEOUT);

        assertThat(wire.closeCode()).isNotZero();
        assertThat(sessions.count()).isZero();
    }

    @Test
    void there_are_no_more_sessions_than_allowed() throws Exception {
        String first = open();
        open();
        wire(null);

        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        HttpError.class, error -> assertThat(error.status()).isEqualTo(503))
                .hasMessage("there are too many sessions");
        post(first, "1");
        assertThat(open()).isNotEmpty();
    }

    @Test
    void a_server_that_stops_closes_a_session_when_its_messages_are_handled() throws Exception {
        CompletableFuture<Void> handled = new CompletableFuture<>();
        drained = handled;
        MemoryWire busy = wire(null);
        drained = CompletableFuture.completedFuture(null);
        MemoryWire idle = wire(null);
        Thread stop = new Thread(() -> stopWithin(Duration.ofMinutes(5)));
        stop.start();
        await().atMost(Duration.ofMinutes(2)).until(() -> idle.closeCode() == CloseCode.GOING_AWAY);
        idle.breakOff();
        assertThat(busy.closeCode()).isZero();

        links.get(0).send(new Outgoing(List.of(Frame.text("4the answer")), false));
        handled.complete(null);

        assertThat(busy.sent()).endsWith("4the answer");
        assertThat(busy.closeCode()).isEqualTo(CloseCode.GOING_AWAY);
        busy.breakOff();
        stop.join();
        assertThat(sessions.count()).isZero();
    }

    @Test
    void and_waits_no_longer_than_its_limit() {
        drained = new CompletableFuture<>();
        MemoryWire busy = wire(null);

        stopWithin(Duration.ofMillis(50));

        assertThat(busy.closeCode()).isEqualTo(CloseCode.GOING_AWAY);
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        HttpError.class, error -> assertThat(error.status()).isEqualTo(503))
                .hasMessage("the portal is stopping");
    }

    @Test
    void a_websocket_that_was_let_in_just_before_is_closed_too() {
        Function<Wire, WireListener> door = engine.door(request(Method.GET, "websocket", null, new byte[0]));
        stopWithin(Duration.ofMinutes(5));
        MemoryWire late = new MemoryWire();

        late.open(door);

        assertThat(late.closeCode()).isEqualTo(CloseCode.GOING_AWAY);
    }

    @Test
    void a_suspended_server_sends_clients_elsewhere_and_lets_them_in_again_when_it_resumes() throws Exception {
        MemoryWire before = wire(null);

        sessions.suspend("no database");

        assertThat(before.closeCode()).isEqualTo(1012);
        assertThatThrownBy(this::open)
                .isInstanceOfSatisfying(
                        HttpError.class, error -> assertThat(error.status()).isEqualTo(503))
                .hasMessage("no database");
        sessions.resume();
        assertThat(open()).isNotEmpty();
        stopWithin(Duration.ofMillis(50));
        sessions.resume();
        assertThatThrownBy(this::open).hasMessage("the portal is stopping");
    }

    private void stopWithin(Duration limit) {
        try {
            sessions.stop(limit);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private record Echo(
            Link link, List<String> ends, CompletableFuture<Void> drained, Supplier<CompletableFuture<Void>> room)
            implements MessageListener {

        @Override
        public CompletionStage<Void> drain() {
            return drained;
        }

        @Override
        public CompletionStage<Void> text(String text) {
            link.send(new Outgoing(List.of(EnginePacket.message(text).toFrame()), true));
            return room.get();
        }

        @Override
        public CompletionStage<Void> binary(byte[] bytes) {
            link.send(new Outgoing(List.of(Frame.binary(bytes)), true));
            return room.get();
        }

        @Override
        public void closed(String reason) {
            ends.add(reason);
        }
    }
}
