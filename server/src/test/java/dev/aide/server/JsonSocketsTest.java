package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.aide.server.gate.Gate;
import dev.aide.server.limit.RateLimit;
import dev.aide.server.socket.Acknowledgement;
import dev.aide.server.socket.Namespace;
import dev.aide.server.socket.Socket;
import dev.aide.server.socket.Sockets;
import dev.aide.server.token.Grant;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.net.http.WebSocketHandshakeException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Plain JSON over a bare WebSocket: the gates, groups and limits that Socket.IO has. */
class JsonSocketsTest {

    @TempDir
    private Path folder;

    private final BlockingQueue<Socket> arrivals = new LinkedBlockingQueue<>();
    private Database database;
    private Tokens tokens;
    private Namespace main;
    private Namespace team;
    private Portal portal;

    @BeforeEach
    void start() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("security.db"));
        tokens = TestTokens.in(database);
        Sockets sockets = Sockets.builder()
                .json("/ws")
                .namespace(
                        "/",
                        chat -> chat.connect(Gate.open())
                                .connected(arrivals::add)
                                .on(
                                        "echo",
                                        Gate.open(),
                                        message -> Acknowledgement.of(
                                                message.arguments().toArray()))
                                .on("size", Gate.open(), message -> message.argument(0, byte[].class).length)
                                .on("often", Gate.open().limit(RateLimit.perIp(1, Duration.ofDays(1))), message -> "ok")
                                .on("number", Gate.open(), message -> message.argument(0, Integer.class))
                                .on("kick me", Gate.open(), message -> {
                                    message.socket().disconnect();
                                    return null;
                                }))
                .namespace(
                        "/team",
                        team -> team.connect(Gate.bearer())
                                .on(
                                        "who",
                                        Gate.bearer(),
                                        message -> message.caller().id())
                                .on(
                                        "tell",
                                        Gate.bearer().scopes("write"),
                                        message -> message.socket()
                                                .namespace()
                                                .sendToGroup("all", "said", message.argument(0, String.class))))
                .build();
        main = sockets.of("/");
        team = sockets.of("/team");
        team.joinGroup("ada", "all");
        portal =
                Portal.builder().port(0).tokens(tokens).sockets(sockets).build().start();
    }

    @AfterEach
    void stop() {
        portal.stop();
        database.close();
    }

    private String token(String user, String... scopes) {
        return tokens.issue(Grant.of(user, scopes)).accessToken();
    }

    private RawSocket open() {
        return RawSocket.open(portal, "/ws");
    }

    private RawSocket connect() throws InterruptedException {
        RawSocket raw = open();
        assertThat(raw.send("{\"connect\":\"/\"}").next()).matches("\\{\"connected\":\"/\",\"id\":\"[0-9a-f-]{36}\"}");
        return raw;
    }

    private RawSocket join(String token) throws InterruptedException {
        RawSocket raw = open();
        raw.send("{\"connect\":\"/team\",\"auth\":{\"token\":\"" + token + "\"}}");
        assertThat(raw.next()).startsWith("{\"connected\":\"/team\",\"id\":");
        return raw;
    }

    @Test
    void what_a_handler_returns_is_the_acknowledgement() throws Exception {
        try (RawSocket raw = connect()) {
            assertThat(raw.send("{\"event\":\"echo\",\"data\":[1,\"2\",{\"3\":[false]}],\"id\":7}")
                            .next())
                    .isEqualTo("{\"ack\":7,\"data\":[1,\"2\",{\"3\":[false]}]}");
            raw.send("{\"event\":\"echo\",\"data\":[\"nobody asks for this one\"]}");
            assertThat(raw.send("{\"event\":\"echo\",\"id\":8}").next()).isEqualTo("{\"ack\":8,\"data\":[]}");
            assertThat(raw.send("{\"event\":\"size\",\"data\":[\"AQID\"],\"id\":9}")
                            .next())
                    .isEqualTo("{\"ack\":9,\"data\":[3]}");
        }
    }

    @Test
    void events_go_to_users_and_groups_whatever_they_speak() throws Exception {
        String socketIo = "/socket.io/?EIO=4&transport=websocket";
        try (RawSocket json = join(token("ada", "write"));
                RawSocket other = RawSocket.open(portal, socketIo)) {
            other.next();
            other.send("40/team,{\"token\":\"" + token("ada") + "\"}").next();
            await().atMost(Duration.ofMinutes(2)).until(() -> team.count() == 2);

            json.send("{\"namespace\":\"/team\",\"event\":\"tell\",\"data\":[\"hello\"],\"id\":1}");

            assertThat(json.next()).isEqualTo("{\"event\":\"said\",\"data\":[\"hello\"],\"namespace\":\"/team\"}");
            assertThat(json.next()).isEqualTo("{\"ack\":1,\"data\":[2],\"namespace\":\"/team\"}");
            assertThat(other.next()).isEqualTo("42/team,[\"said\",\"hello\"]");
        }
    }

    @Test
    void the_server_asks_too() throws Exception {
        try (RawSocket raw = connect()) {
            Socket socket = arrivals.poll(30, TimeUnit.SECONDS);
            var answer = socket.emitWithAck(Duration.ofMinutes(5), "ask", new byte[] {1, 2, 3});

            assertThat(raw.next()).isEqualTo("{\"event\":\"ask\",\"data\":[\"AQID\"],\"id\":0}");
            raw.send("{\"ack\":0,\"data\":[\"that\"]}");

            assertThat(answer.get(30, TimeUnit.SECONDS).get(0).textValue()).isEqualTo("that");
        }
    }

    @Test
    void gates_and_limits_hold_and_refusals_are_json() throws Exception {
        try (RawSocket ada = join(token("ada"));
                RawSocket nobody = connect()) {
            assertThat(ada.send("{\"namespace\":\"/team\",\"event\":\"tell\",\"data\":[\"x\"],\"id\":1}")
                            .next())
                    .isEqualTo("{\"ack\":1,\"data\":[{\"status\":false,\"code\":\"forbidden\","
                            + "\"message\":\"this needs the scopes [write]\"}],\"namespace\":\"/team\"}");
            assertThat(nobody.send("{\"event\":\"often\",\"id\":1}").next()).isEqualTo("{\"ack\":1,\"data\":[\"ok\"]}");
            assertThat(nobody.send("{\"event\":\"often\",\"id\":2}").next())
                    .startsWith("{\"ack\":2,\"data\":[{\"status\":false,\"code\":\"too_many_requests\"");
            assertThat(nobody.send("{\"event\":\"number\",\"data\":[\"seven\"],\"id\":3}")
                            .next())
                    .contains("\"code\":\"unprocessable_content\"", "\"pointer\":\"/0\"");
            assertThat(nobody.send("{\"event\":\"nothing\",\"id\":4}").next())
                    .isEqualTo("{\"ack\":4,\"data\":[{\"status\":false,\"code\":\"not_found\","
                            + "\"message\":\"there is no such event\"}]}");
        }
    }

    @Test
    void who_may_not_connect_is_told_why() throws Exception {
        try (RawSocket raw = open()) {
            assertThat(raw.send("{\"connect\":\"/team\"}").next())
                    .isEqualTo("{\"refused\":\"/team\",\"error\":{\"status\":false,\"code\":\"unauthorized\","
                            + "\"message\":\"this needs an access token\"}}");
            assertThat(raw.send("{\"connect\":\"/nowhere\"}").next())
                    .isEqualTo("{\"refused\":\"/nowhere\",\"error\":{\"message\":\"Invalid namespace\"}}");
        }
        try (RawSocket program = RawSocket.open(portal, "/ws", "Authorization", "Bearer " + token("bob"))) {
            assertThat(program.send("{\"connect\":\"/team\"}").next()).startsWith("{\"connected\":\"/team\"");
            assertThat(program.send("{\"namespace\":\"/team\",\"event\":\"who\",\"id\":1}")
                            .next())
                    .isEqualTo("{\"ack\":1,\"data\":[\"bob\"],\"namespace\":\"/team\"}");
        }
    }

    @Test
    void both_sides_disconnect() throws Exception {
        try (RawSocket leaves = connect();
                RawSocket kicked = connect()) {
            leaves.send("{\"disconnect\":\"/\"}");
            await().atMost(Duration.ofMinutes(2)).until(() -> main.count() == 1);

            kicked.send("{\"event\":\"kick me\"}");

            assertThat(kicked.next()).isEqualTo("{\"disconnected\":\"/\"}");
            assertThat(kicked.closeCode()).isEqualTo(1000);
            assertThat(main.count()).isZero();
        }
    }

    @Test
    void a_revoked_token_ends_the_connection() throws Exception {
        try (RawSocket ada = join(token("ada"))) {
            tokens.revokeAll("ada");

            assertThat(ada.next()).isEqualTo("{\"disconnected\":\"/team\"}");
            assertThat(ada.closeCode()).isEqualTo(1000);
        }
    }

    @Test
    void the_server_asks_by_pings_whether_the_client_is_there() throws Exception {
        Sockets often = Sockets.builder()
                .json("/ws")
                .pingInterval(Duration.ofMillis(50))
                .pingTimeout(Duration.ofMinutes(5))
                .namespace("/", room -> room.connect(Gate.open()))
                .build();
        try (Portal asking = Portal.builder().port(0).sockets(often).build().start();
                RawSocket raw = RawSocket.open(asking, "/ws")) {
            await().atMost(Duration.ofMinutes(2)).until(() -> raw.pings() > 3);

            assertThat(raw.send("{\"connect\":\"/\"}").next()).startsWith("{\"connected\":\"/\"");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "hello|1007",
                "{\"event\":|1007",
                "[]|1002",
                "{\"event\":7}|1002",
                "{\"connect\":\"/\"}|1002",
                "{\"event\":\"echo\",\"namespace\":\"/team\"}|1002"
            })
    void what_is_malformed_closes_the_connection(String text, int code) throws Exception {
        try (RawSocket raw = connect()) {
            assertThat(raw.send(text).closeCode()).isEqualTo(code);
        }
    }

    @Test
    void bytes_and_what_is_too_large_close_the_connection() throws Exception {
        try (RawSocket bytes = connect();
                RawSocket large = connect()) {
            assertThat(bytes.send(new byte[] {1, 2}).closeCode()).isEqualTo(1003);
            assertThat(large.send("{\"event\":\"" + "x".repeat(1_000_000) + "\"}")
                            .closeCode())
                    .isEqualTo(1009);
        }
    }

    @Test
    void an_event_before_a_namespace_closes_the_connection() throws Exception {
        try (RawSocket raw = open()) {
            assertThat(raw.send("{\"event\":\"echo\",\"id\":1}").closeCode()).isEqualTo(1002);
        }
    }

    @Test
    void stopping_closes_with_1001() throws Exception {
        try (RawSocket raw = connect()) {
            portal.stop();

            assertThat(raw.closeCode()).isEqualTo(1001);
        }
    }

    @Test
    void a_page_of_a_foreign_origin_opens_none_and_what_is_no_websocket_is_told_so() {
        assertThatThrownBy(() -> RawSocket.open(portal, "/ws", "Origin", "https://evil.example.com"))
                .cause()
                .isInstanceOfSatisfying(
                        WebSocketHandshakeException.class,
                        refusal ->
                                assertThat(refusal.getResponse().statusCode()).isEqualTo(403));
        Http.Answer answer = new Http(portal).get("/ws");
        assertThat(answer.status()).isEqualTo(426);
        assertThat(answer.header("Upgrade")).isEqualTo("websocket");
        assertThat(answer.message()).isEqualTo("this is a WebSocket; open it as one");
    }
}
