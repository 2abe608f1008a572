package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aide.server.gate.Gate;
import dev.aide.server.limit.RateLimit;
import dev.aide.server.socket.Acknowledgement;
import dev.aide.server.socket.Message;
import dev.aide.server.socket.Namespace;
import dev.aide.server.socket.Socket;
import dev.aide.server.socket.Sockets;
import dev.aide.server.token.Grant;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketsTest {
    private static final String WEBSOCKET = "/socket.io/?EIO=4&transport=websocket";

    @TempDir
    private Path folder;

    private final BlockingQueue<String> departures = new LinkedBlockingQueue<>();
    private final BlockingQueue<Socket> arrivals = new LinkedBlockingQueue<>();
    private final BlockingQueue<String> beganSlowly = new LinkedBlockingQueue<>();
    private final CompletableFuture<String> slowAnswer = new CompletableFuture<>();
    private Database database;
    private Tokens tokens;
    private Sockets sockets;
    private Namespace main;
    private Portal portal;

    @BeforeEach
    void start() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("security.db"));
        tokens = TestTokens.in(database);
        sockets = Sockets.builder()
                .pingTimeout(Duration.ofMinutes(1))
                .namespace(
                        "/",
                        chat -> chat.connect(Gate.open())
                                .connected(arrivals::add)
                                .disconnected((socket, reason) ->
                                        departures.add(socket.caller().id() + ": " + reason))
                                .on(
                                        "echo",
                                        Gate.open(),
                                        message -> Acknowledgement.of(
                                                message.arguments().toArray()))
                                .on("who", "known", message -> message.caller().id())
                                .on("write", Gate.bearer().scopes("chat:write"), message -> "written")
                                .on("often", Gate.open().limit(RateLimit.perIp(2, Duration.ofDays(1))), message -> "ok")
                                .on("number", Gate.open(), message -> message.argument(0, Integer.class))
                                .on("fail", Gate.open(), message -> {
                                    throw new IllegalStateException("secret detail");
                                })
                                .on("slow", Gate.open(), this::slowly)
                                .on("login", Gate.open(), message -> {
                                    message.socket().authenticate(message.argument(0, String.class));
                                    return message.socket().caller().id();
                                }))
                .namespace(
                        "/team",
                        team -> team.connect(Gate.bearer())
                                .on(
                                        "who",
                                        Gate.bearer(),
                                        message -> message.caller().id()))
                .build();
        main = sockets.of("/");
        portal = Portal.builder()
                .port(0)
                .tokens(tokens)
                .gate("known", Gate.bearer())
                .cors("https://app.example.com")
                .sockets(sockets)
                .build()
                .start();
    }

    @AfterEach
    void stop() {
        portal.stop();
        database.close();
    }

    private CompletionStage<String> slowly(Message message) {
        beganSlowly.add(message.event());
        return slowAnswer;
    }

    private String token(String user, String... scopes) {
        return tokens.issue(Grant.of(user, scopes)).accessToken();
    }

    private RawSocket connect(String auth) throws InterruptedException {
        RawSocket raw = RawSocket.open(portal, WEBSOCKET);
        assertThat(raw.next()).startsWith("0{");
        raw.send("40" + auth);
        assertThat(raw.next()).startsWith("40{\"sid\":");
        assertThat(arrivals.poll(30, TimeUnit.SECONDS)).isNotNull();
        return raw;
    }

    private RawSocket connectAs(String user, String... scopes) throws InterruptedException {
        RawSocket raw = connect("{\"token\":\"" + token(user, scopes) + "\"}");
        // the namespace is open: this event is the first that asks who it is
        assertThat(raw.send("420[\"who\"]").next()).isEqualTo("430[\"" + user + "\"]");
        return raw;
    }

    @Test
    void what_a_handler_returns_is_the_acknowledgement() throws Exception {
        try (RawSocket raw = connect("")) {
            assertThat(raw.send("42456[\"echo\",1,\"2\",{\"3\":[false]}]").next())
                    .isEqualTo("43456[1,\"2\",{\"3\":[false]}]");
            assertThat(raw.send("427[\"echo\"]").next()).isEqualTo("437[]");
        }
    }

    @Test
    void each_event_has_a_gate_of_its_own() throws Exception {
        try (RawSocket nobody = connect("");
                RawSocket ada = connectAs("ada");
                RawSocket bob = connectAs("bob", "chat:write")) {
            assertThat(nobody.send("421[\"who\"]").next())
                    .isEqualTo(
                            "431[{\"status\":false,\"code\":\"unauthorized\",\"message\":\"this needs an access token\"}]");
            assertThat(ada.send("421[\"who\"]").next()).isEqualTo("431[\"ada\"]");
            assertThat(ada.send("422[\"write\"]").next())
                    .isEqualTo(
                            "432[{\"status\":false,\"code\":\"forbidden\",\"message\":\"this needs the scopes [chat:write]\"}]");
            assertThat(bob.send("421[\"write\"]").next()).isEqualTo("431[\"written\"]");
        }
    }

    @Test
    void a_revoked_token_is_refused_by_the_gate_of_an_event() throws Exception {
        String token = token("ada");
        tokens.revoke(token);
        try (RawSocket ada = connect("{\"token\":\"" + token + "\"}")) {
            assertThat(ada.send("422[\"who\"]").next())
                    .isEqualTo("432[{\"status\":false,\"code\":\"unauthorized\","
                            + "\"message\":\"the token was revoked\"}]");
        }
    }

    @Test
    void revoking_a_token_disconnects_what_it_authenticated_and_nothing_else() throws Exception {
        String token = token("ada");
        try (RawSocket ada = connect("{\"token\":\"" + token + "\"}");
                RawSocket elsewhere = connectAs("ada");
                RawSocket bob = connectAs("bob")) {
            assertThat(ada.send("421[\"who\"]").next()).isEqualTo("431[\"ada\"]");

            tokens.revoke(token);

            assertThat(ada.next()).isEqualTo("41");
            assertThat(ada.closeCode()).isEqualTo(1000);
            assertThat(elsewhere.send("422[\"who\"]").next()).isEqualTo("432[\"ada\"]");

            tokens.revokeAll("ada");

            assertThat(elsewhere.next()).isEqualTo("41");
            assertThat(elsewhere.closeCode()).isEqualTo(1000);
            assertThat(bob.send("421[\"who\"]").next()).isEqualTo("431[\"bob\"]");
            assertThat(main.users()).containsExactly("bob");
        }
    }

    @Test
    void limits_of_a_gate_hold_for_events() throws Exception {
        try (RawSocket raw = connect("")) {
            assertThat(raw.send("421[\"often\"]").next()).isEqualTo("431[\"ok\"]");
            assertThat(raw.send("422[\"often\"]").next()).isEqualTo("432[\"ok\"]");
            assertThat(raw.send("423[\"often\"]").next())
                    .startsWith("433[{\"status\":false,\"code\":\"too_many_requests\"")
                    .contains("\"retryAfter\":");
        }
    }

    @Test
    void what_a_client_may_not_know_of_an_error_it_is_not_told() throws Exception {
        try (RawSocket raw = connect("")) {
            assertThat(raw.send("421[\"fail\"]").next())
                    .isEqualTo("431[{\"status\":false,\"code\":\"internal_server_error\","
                            + "\"message\":\"something went wrong here\"}]");
            assertThat(raw.send("422[\"nothing\"]").next())
                    .isEqualTo("432[{\"status\":false,\"code\":\"not_found\",\"message\":\"there is no such event\"}]");
            assertThat(raw.send("423[\"number\",\"seven\"]").next())
                    .isEqualTo("433[{\"status\":false,\"code\":\"unprocessable_content\","
                            + "\"message\":\"1 value is wrong\",\"problems\":[{\"in\":\"arguments\","
                            + "\"pointer\":\"/0\",\"message\":\"is no Integer\"}]}]");
        }
    }

    @Test
    void who_may_not_connect_is_told_why() throws Exception {
        try (RawSocket raw = RawSocket.open(portal, WEBSOCKET)) {
            raw.next();
            assertThat(raw.send("40/team,").next())
                    .isEqualTo("44/team,{\"message\":\"this needs an access token\",\"data\":{\"status\":false,"
                            + "\"code\":\"unauthorized\",\"message\":\"this needs an access token\"}}");
            assertThat(raw.send("40/random").next()).isEqualTo("44/random,{\"message\":\"Invalid namespace\"}");
            assertThat(raw.send("40/team,{\"token\":\"" + token("ada") + "\"}").next())
                    .startsWith("40/team,{\"sid\":");
            assertThat(raw.send("42/team,1[\"who\"]").next()).isEqualTo("43/team,1[\"ada\"]");
            assertThat(sockets.of("/team").users()).containsExactly("ada");
            assertThat(main.users()).isEmpty();
        }
    }

    @Test
    void the_header_of_the_handshake_says_who_it_is_too() throws Exception {
        try (RawSocket raw = RawSocket.open(portal, WEBSOCKET, "Authorization", "Bearer " + token("ada"))) {
            raw.next();
            raw.send("40").next();
            assertThat(raw.send("421[\"who\"]").next()).isEqualTo("431[\"ada\"]");
        }
    }

    @Test
    void users_groups_and_all_are_reached_and_counted() throws Exception {
        try (RawSocket ada1 = connectAs("ada");
                RawSocket ada2 = connectAs("ada");
                RawSocket bob = connectAs("bob");
                RawSocket nobody = connect("")) {
            main.joinGroup("ada", "team");

            assertThat(main.sendToUser("ada", "a", 1)).isEqualTo(2);
            assertThat(main.sendToGroup("team", "b", List.of(true))).isEqualTo(2);
            assertThat(main.broadcast("c")).isEqualTo(4);
            assertThat(main.sendToUser("carl", "a")).isZero();

            for (RawSocket ada : List.of(ada1, ada2)) {
                assertThat(ada.next()).isEqualTo("42[\"a\",1]");
                assertThat(ada.next()).isEqualTo("42[\"b\",[true]]");
                assertThat(ada.next()).isEqualTo("42[\"c\"]");
            }
            assertThat(bob.next()).isEqualTo("42[\"c\"]");
            assertThat(nobody.next()).isEqualTo("42[\"c\"]");
            assertThat(main.users()).containsExactly("ada", "bob");
            assertThat(main.users("team")).containsExactly("ada");
            assertThat(main.isOnline("carl")).isFalse();
            assertThat(main.count()).isEqualTo(4);

            main.leaveGroup("ada", "team");
            assertThat(main.sendToGroup("team", "b")).isZero();
        }
    }

    @Test
    void groups_are_cleaned_on_disconnect_and_remembered_for_the_next_time() throws Exception {
        try (RawSocket ada = connectAs("ada")) {
            main.joinGroup("ada", "team");
            ada.send("1");
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> main.count() == 0);
        assertThat(main.users("team")).isEmpty();
        assertThat(main.groupsOf("ada")).containsExactly("team");
        main.joinGroup("ada", "while away");

        try (RawSocket ada = connectAs("ada")) {
            main.sendToGroup("team", "again");
            main.sendToGroup("while away", "and this");
            assertThat(ada.next()).isEqualTo("42[\"again\"]");
            assertThat(ada.next()).isEqualTo("42[\"and this\"]");
        }
    }

    @Test
    void an_event_may_say_who_it_is() throws Exception {
        main.joinGroup("ada", "team");
        try (RawSocket raw = connect("")) {
            assertThat(raw.send("421[\"login\",\"no token\"]").next()).contains("unauthorized");
            assertThat(main.isOnline("ada")).isFalse();

            assertThat(raw.send("422[\"login\",\"" + token("ada") + "\"]").next())
                    .isEqualTo("432[\"ada\"]");

            assertThat(raw.send("423[\"who\"]").next()).isEqualTo("433[\"ada\"]");
            assertThat(main.sendToGroup("team", "welcome")).isEqualTo(1);
            assertThat(raw.next()).isEqualTo("42[\"welcome\"]");
        }
    }

    @Test
    void names_that_a_store_would_not_take_are_refused() throws Exception {
        String user = "a user's id has at most 200 characters, and no U+0000 among them";
        String group = "a group's name has at most 200 characters, and no U+0000 among them";
        main.joinGroup("u".repeat(200), "g".repeat(200));

        assertRefused(user, () -> main.joinGroup("u".repeat(201), "team"));
        assertRefused(user, () -> main.joinGroup("a\0b", "team"));
        assertRefused(group, () -> main.joinGroup("ada", "g".repeat(201)));
        assertRefused(group, () -> main.joinGroup("ada", "a\0b"));
        try (RawSocket raw = RawSocket.open(portal, WEBSOCKET)) {
            raw.next();
            raw.send("40").next();
            Socket socket = arrivals.poll(30, TimeUnit.SECONDS);
            socket.join("g".repeat(200));
            assertRefused(group, () -> socket.join("g".repeat(201)));
            assertRefused(group, () -> socket.join("a\0b"));
        }
        assertThat(main.membersOf("team")).isEmpty();
    }

    private static void assertRefused(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    @Test
    void a_user_whose_id_a_store_would_not_take_is_not_let_in() throws Exception {
        String token = token("u".repeat(201));
        String refusal = "{\"status\":false,\"code\":\"unprocessable_content\",\"message\":"
                + "\"a user's id has at most 200 characters, and no U+0000 among them\"}";
        try (RawSocket raw = connect("")) {
            assertThat(raw.send("40/team,{\"token\":\"" + token + "\"}").next())
                    .startsWith("44/team,")
                    .endsWith("\"data\":" + refusal + "}");
            assertThat(raw.send("421[\"login\",\"" + token + "\"]").next()).isEqualTo("431[" + refusal + "]");
            assertThat(main.users()).isEmpty();
        }
    }

    @Test
    void a_user_is_disconnected_from_any_thread() throws Exception {
        try (RawSocket ada = connectAs("ada")) {
            assertThat(main.disconnectUser("ada")).isEqualTo(1);

            assertThat(ada.next()).isEqualTo("41");
            assertThat(ada.closeCode()).isEqualTo(1000);
            assertThat(main.isOnline("ada")).isFalse();
            assertThat(departures.poll(30, TimeUnit.SECONDS)).isEqualTo("ada: the server disconnected");
        }
    }

    @Test
    void stopping_closes_sockets_with_1001_and_ends_polls() throws Exception {
        Http http = new Http(portal);
        String handshake = http.get("/socket.io/?EIO=4&transport=polling").text();
        String sid = handshake.replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        CompletableFuture<String> poll = CompletableFuture.supplyAsync(
                () -> http.get("/socket.io/?EIO=4&transport=polling&sid=" + sid).text());
        try (RawSocket raw = connectAs("ada")) {
            portal.stop();

            assertThat(raw.closeCode()).isEqualTo(1001);
            assertThat(departures.poll(30, TimeUnit.SECONDS)).isEqualTo("ada: the portal is stopping");
            assertThat(poll.get(30, TimeUnit.SECONDS)).isEqualTo("1");
        }
    }

    @Test
    void an_event_that_is_being_handled_is_acknowledged_before_a_stop_closes_the_socket() throws Exception {
        Thread stop = new Thread(portal::stop);
        try (RawSocket raw = connect("")) {
            raw.send("421[\"slow\"]");
            assertThat(beganSlowly.poll(30, TimeUnit.SECONDS)).isEqualTo("slow");

            stop.start();
            await().atMost(Duration.ofMinutes(2)).until(this::isNobodyLetIn);
            slowAnswer.complete("done");

            assertThat(raw.next()).isEqualTo("431[\"done\"]");
            assertThat(raw.closeCode()).isEqualTo(1001);
        }
        stop.join();
    }

    private boolean isNobodyLetIn() {
        try {
            RawSocket.open(portal, WEBSOCKET).close();
            return false;
        } catch (CompletionException e) {
            return true;
        }
    }

    @Test
    void the_server_waits_for_a_clients_acknowledgement_as_long_as_it_says() throws Exception {
        try (RawSocket raw = RawSocket.open(portal, WEBSOCKET)) {
            raw.next();
            raw.send("40").next();
            Socket socket = arrivals.poll(30, TimeUnit.SECONDS);
            var answered = socket.emitWithAck(Duration.ofMinutes(5), "ask", "what");
            var late = socket.emitWithAck(Duration.ofMillis(1), "ask", "late");
            var never = socket.emitWithAck(Duration.ofMinutes(5), "ask", "never");

            assertThat(raw.next()).isEqualTo("420[\"ask\",\"what\"]");
            assertThat(raw.next()).isEqualTo("421[\"ask\",\"late\"]");
            raw.send("430[\"that\"]");

            assertThat(answered.get(30, TimeUnit.SECONDS).get(0).textValue()).isEqualTo("that");
            assertThatThrownBy(() -> late.get(30, TimeUnit.SECONDS)).hasCauseInstanceOf(TimeoutException.class);
            raw.send("1");
            assertThatThrownBy(() -> never.get(30, TimeUnit.SECONDS))
                    .hasRootCauseInstanceOf(IllegalStateException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"abc", "4abc", "42{}", "42[]", "42abc[\"echo\"]", "451-[\"echo\"]x", "40", "44{}", "2"})
    void what_is_malformed_closes_the_connection(String frame) throws Exception {
        try (RawSocket raw = connect("")) {
            assertThat(raw.send(frame).closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void an_event_before_a_namespace_closes_the_connection() throws Exception {
        try (RawSocket raw = RawSocket.open(portal, WEBSOCKET)) {
            raw.next();
            assertThat(raw.send("42[\"echo\"]").closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void a_message_that_is_too_large_closes_the_connection() throws Exception {
        try (RawSocket raw = connect("")) {
            assertThat(raw.send("42[\"echo\",\"" + "x".repeat(1_000_000) + "\"]")
                            .closeCode())
                    .isEqualTo(1009);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/socket.io/?transport=websocket",
                "/socket.io/?EIO=3&transport=websocket",
                "/socket.io/?EIO=4",
                "/socket.io/?EIO=4&transport=polling",
                "/socket.io/?EIO=4&transport=websocket&sid=nobody"
            })
    void a_wrong_opening_is_a_400(String target) {
        assertThatThrownBy(() -> RawSocket.open(portal, target))
                .isInstanceOf(CompletionException.class)
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(400));
    }

    @Test
    void a_page_of_a_foreign_origin_opens_no_websocket() throws Exception {
        assertThatThrownBy(() -> RawSocket.open(portal, WEBSOCKET, "Origin", "https://evil.example.com"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(403));
        for (String origin : List.of("https://app.example.com", portal.url())) {
            try (RawSocket raw = RawSocket.open(portal, WEBSOCKET, "Origin", origin)) {
                assertThat(raw.next()).startsWith("0{");
            }
        }
    }

    @Test
    void a_page_of_a_foreign_origin_opens_no_session_by_polling() {
        Http http = new Http(portal);
        String handshake = "/socket.io/?EIO=4&transport=polling";

        Http.Answer foreign = http.get(handshake, "Origin", "https://evil.example.com");

        assertThat(foreign.status()).isEqualTo(403);
        assertThat(foreign.message()).isEqualTo("this origin may not call the portal");
        for (String origin : List.of("https://app.example.com", portal.url())) {
            Http.Answer opened = http.get(handshake, "Origin", origin);
            assertThat(opened.status()).isEqualTo(200);
            String sid = opened.text().replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
            // or the portal would wait for it when it stops
            assertThat(http.send("POST", handshake + "&sid=" + sid, "1").status())
                    .isEqualTo(200);
        }
        assertThat(http.get("/health/live", "Origin", "https://evil.example.com")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void polling_answers_as_the_protocol_says() {
        Http http = new Http(portal);
        Http.Answer handshake = http.get("/socket.io/?EIO=4&transport=polling", "Origin", "https://app.example.com");
        String sid = handshake.text().replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        String session = "/socket.io/?EIO=4&transport=polling&sid=" + sid;

        assertThat(handshake.header("Content-Type")).isEqualTo("text/plain; charset=UTF-8");
        assertThat(handshake.header("Access-Control-Allow-Origin")).isEqualTo("https://app.example.com");
        assertThat(http.send("POST", session, "40", "Content-Type", "text/plain;charset=UTF-8")
                        .text())
                .isEqualTo("ok");
        assertThat(http.get(session).text()).startsWith("40{\"sid\":");
        assertThat(http.send("PUT", session, "40").status()).isEqualTo(400);
        assertThat(http.send("POST", session, "?", "Content-Type", "text/plain").status())
                .isEqualTo(400);
        assertThat(http.get(session).message()).isEqualTo("Session ID unknown");
    }

    @Test
    void events_of_one_client_are_handled_in_order_and_one_at_a_time() throws Exception {
        try (RawSocket raw = connect("")) {
            for (int i = 0; i < 300; i++) {
                raw.send("42" + i + "[\"echo\"," + i + "]");
            }
            for (int i = 0; i < 300; i++) {
                assertThat(raw.next()).isEqualTo("43" + i + "[" + i + "]");
            }
        }
    }

    @Test
    void a_namespace_that_is_not_there_is_named() {
        assertThatThrownBy(() -> sockets.of("/nowhere"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("there is no namespace '/nowhere'; there are [/, /team]");
    }

    @Test
    void all_mistakes_are_said_at_once_and_nothing_starts() {
        Sockets wrong = Sockets.builder()
                .path("socket.io")
                .json("ws")
                .pingInterval(Duration.ofSeconds(30))
                .maxPayload(2_000_000)
                .namespace(
                        "chat",
                        chat -> chat.on("say", (Gate) null, message -> null)
                                .on("say", "unknown", message -> null)
                                .on("disconnect", Gate.apiKey(), message -> null))
                .build();

        assertThatThrownBy(() -> Portal.builder().sockets(wrong).build())
                .isInstanceOf(PortalException.class)
                .hasMessage("""
                        the portal can't start:
                          - sockets: the path 'socket.io' must be like /socket.io/
                          - sockets: the path 'ws' for JSON must be like /ws, and not that of Socket.IO
                          - sockets: pingInterval PT30S must be less than the portal's handlerTimeout and idleTimeout, \
                        of which the shorter is PT30S; a poll waits as long as that
                          - sockets: maxPayload 2000000 must be at most the portal's maxBodyBytes, which is 1048576
                          - namespace 'chat': its name must begin with a slash and have no comma, question mark or space
                          - namespace 'chat': has no gate; say who may connect, as connect(Gate.open()) if everybody may
                          - event 'say' of namespace 'chat': has no gate; say who may send it, with Gate.open() if \
                        everybody may
                          - event 'say' of namespace 'chat': is there twice
                          - event 'say' of namespace 'chat': its gate 'unknown' is not known; known are []
                          - event 'disconnect' of namespace 'chat': the protocol keeps that name to itself
                          - event 'disconnect' of namespace 'chat': its gate asks for API keys: give apiKeys(...)""");
    }
}
