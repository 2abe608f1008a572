package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.aide.server.gate.Gate;
import dev.aide.server.socket.Message;
import dev.aide.server.socket.Sockets;
import dev.aide.server.socket.SocketsBuilder;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Clients that send more than is handled, or nothing at all. */
class SocketLimitsTest {
    private static final String WEBSOCKET = "/socket.io/?EIO=4&transport=websocket";
    private static final String POLLING = "/socket.io/?EIO=4&transport=polling";
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final List<String> events = new CopyOnWriteArrayList<>();
    private final CountDownLatch isSlow = new CountDownLatch(1);
    private final CompletableFuture<String> slowAnswer = new CompletableFuture<>();
    private Portal portal;

    @AfterEach
    void stop() {
        slowAnswer.complete("");
        portal.stop();
    }

    private void start(SocketsBuilder sockets) {
        portal = Portal.builder().port(0).sockets(sockets.build()).build().start();
    }

    /** Whoever connects is asked a question; the answer to it is not an event, and is taken as soon as it is read. */
    private void startAsking() {
        start(Sockets.builder()
                .maxWaiting(1)
                .namespace(
                        "/",
                        chat -> chat.connect(Gate.open())
                                .connected(socket -> {
                                    var unused = socket.emitWithAck(PATIENCE, "ready?")
                                            .thenAccept(answer -> events.add("answer"));
                                })
                                .on("slow", Gate.open(), this::slowly)
                                .on("next", Gate.open(), message -> null)));
    }

    private CompletionStage<String> slowly(Message message) {
        isSlow.countDown();
        return slowAnswer;
    }

    private void endSlowEvent() throws Exception {
        assertThat(isSlow.await(2, TimeUnit.MINUTES)).isTrue();
        // time enough for the answer to come, if it were read
        try (RawSocket other = RawSocket.open(portal, WEBSOCKET)) {
            other.next();
            other.send("40");
            other.next();
        }
        events.add("end of slow");
        slowAnswer.complete("");
    }

    @Test
    void a_client_for_whom_enough_waits_is_not_read_any_further() throws Exception {
        startAsking();
        try (RawSocket raw = RawSocket.open(portal, WEBSOCKET)) {
            raw.next();
            raw.send("40").next();
            assertThat(raw.next()).isEqualTo("420[\"ready?\"]");

            raw.send("42[\"slow\"]").send("42[\"next\"]").send("430[]");
            endSlowEvent();

            await().atMost(PATIENCE).until(() -> events.contains("answer"));
            assertThat(events).containsExactly("end of slow", "answer");
        }
    }

    @Test
    void nor_is_what_it_has_posted() throws Exception {
        startAsking();
        Http http = new Http(portal);
        String session = POLLING + "&sid=" + sid(http.get(POLLING));
        http.send("POST", session, "40", "Content-Type", "text/plain");
        await().atMost(PATIENCE).until(() -> http.get(session).text().contains("ready?"));

        CompletableFuture<Http.Answer> posted = CompletableFuture.supplyAsync(() ->
                http.send("POST", session, "42[\"slow\"]\u001e42[\"next\"]\u001e430[]", "Content-Type", "text/plain"));
        endSlowEvent();

        await().atMost(PATIENCE).until(() -> events.contains("answer"));
        assertThat(events).containsExactly("end of slow", "answer");
        assertThat(posted.get(2, TimeUnit.MINUTES).text()).isEqualTo("ok");
        // or the portal would wait for it when it stops
        http.send("POST", session, "1", "Content-Type", "text/plain");
    }

    private static String sid(Http.Answer handshake) {
        return handshake.text().replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void a_client_that_connects_to_no_namespace_in_time_is_closed_and_no_other() {
        start(Sockets.builder()
                .connectTimeout(Duration.ofSeconds(1))
                .namespace(
                        "/",
                        chat -> chat.connect(Gate.open())
                                .on(
                                        "echo",
                                        Gate.open(),
                                        message -> message.arguments().get(0))));

        // again if this machine takes longer than the limit to connect
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            try (RawSocket connected = RawSocket.open(portal, WEBSOCKET)) {
                connected.send("40").next();
                connected.next();
                try (RawSocket silent = RawSocket.open(portal, WEBSOCKET)) {
                    assertThat(silent.closeCode()).isEqualTo(1008);
                }
                return connected.send("421[\"echo\",1]").next().equals("431[1]");
            }
        });
    }

    @Test
    void also_one_that_polls() {
        start(Sockets.builder()
                .connectTimeout(Duration.ofMillis(500))
                .namespace("/", chat -> chat.connect(Gate.open())));
        Http http = new Http(portal);
        String session = POLLING + "&sid=" + sid(http.get(POLLING));

        Http.Answer poll = http.get(session);

        // a poll that comes too late is refused
        assertThat(poll.text())
                .satisfiesAnyOf(
                        text -> assertThat(text).isEqualTo("1"),
                        text -> assertThat(text).contains("Session ID unknown"));
    }
}
