package dev.aide.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.aide.server.gate.Gate;
import dev.aide.server.http.Request;
import dev.aide.server.socket.Message;
import dev.aide.server.socket.Sockets;
import dev.aide.server.token.Grant;
import dev.aide.server.token.Tokens;
import dev.aide.store.Database;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roles and owners at the gates of sockets, as of HTTP. */
class SocketGateTest {
    private static final String NO_ROLE =
            "{\"status\":false,\"code\":\"forbidden\",\"message\":\"this needs one of the roles [admin, operator]\"}";
    private static final String NOT_YOURS =
            "{\"status\":false,\"code\":\"forbidden\",\"message\":\"this is not yours\"}";

    @TempDir
    private Path folder;

    private final Queue<String> handled = new ConcurrentLinkedQueue<>();
    private Database database;
    private Tokens tokens;
    private Portal portal;

    @BeforeEach
    void start() {
        database = Database.open("jdbc:sqlite:" + folder.resolve("security.db"));
        tokens = TestTokens.in(database);
        Gate staff = Gate.bearer().roles("admin", "operator");
        Gate owner = Gate.bearer().owner(SocketGateTest::isHome);
        Sockets sockets = Sockets.builder()
                .namespace(
                        "/",
                        all -> all.connect(Gate.open())
                                .on("close", staff, this::handle)
                                .on("edit", owner, this::handle)
                                .on("rename", staff.owner(SocketGateTest::isHome), this::handle)
                                .on("write", Gate.bearer().owner(SocketGateTest::isAuthor), this::handle)
                                .on("renew", Gate.open(), SocketGateTest::renew))
                .namespace("/staff", only -> only.connect(staff))
                .namespace("/home", only -> only.connect(owner))
                .build();
        portal =
                Portal.builder().port(0).tokens(tokens).sockets(sockets).build().start();
    }

    @AfterEach
    void stop() {
        portal.stop();
        database.close();
    }

    /** Whether the caller is at home, by the address that the connection was opened with. */
    private static boolean isHome(Request request) {
        String home = request.queryValue("home").orElseThrow();
        return home.equals(request.caller().id());
    }

    /** Whether the caller's is what the event, as a path would, names. */
    private static boolean isAuthor(Request request) {
        return request.pathVariable("note").equals("7") && request.caller().id().equals("ada");
    }

    private Object handle(Message message) {
        handled.add(message.caller().id() + ": " + message.event());
        return "done";
    }

    private static Object renew(Message message) {
        message.socket().authenticate(message.argument(0, String.class));
        return "renewed";
    }

    private String token(String user, String... roles) {
        return tokens.issue(Grant.of(user).withRoles(roles)).accessToken();
    }

    private RawSocket connect(String query, String token) throws InterruptedException {
        RawSocket raw = open(query);
        raw.send("40{\"token\":\"" + token + "\"}");
        assertThat(raw.next()).startsWith("40{\"sid\":");
        return raw;
    }

    private RawSocket open(String query) throws InterruptedException {
        RawSocket raw = RawSocket.open(portal, "/socket.io/?EIO=4&transport=websocket" + query);
        assertThat(raw.next()).startsWith("0{");
        return raw;
    }

    @Test
    void an_event_with_roles_is_for_whoever_has_one_of_them() throws Exception {
        try (RawSocket nobody = open("");
                RawSocket ada = connect("", token("ada", "reader"));
                RawSocket bob = connect("", token("bob", "reader", "operator"))) {
            nobody.send("40");
            assertThat(nobody.next()).startsWith("40{\"sid\":");

            assertThat(nobody.send("421[\"close\"]").next())
                    .isEqualTo(
                            "431[{\"status\":false,\"code\":\"unauthorized\",\"message\":\"this needs an access token\"}]");
            assertThat(ada.send("421[\"close\"]").next()).isEqualTo("431[" + NO_ROLE + "]");
            assertThat(bob.send("421[\"close\"]").next()).isEqualTo("431[\"done\"]");
            assertThat(handled).containsExactly("bob: close");
        }
    }

    @Test
    void an_event_that_asks_for_no_acknowledgement_is_refused_all_the_same() throws Exception {
        try (RawSocket ada = connect("", token("ada"))) {
            ada.send("42[\"close\"]");

            // events of one client are handled in their order
            assertThat(ada.send("421[\"close\"]").next()).isEqualTo("431[" + NO_ROLE + "]");
            assertThat(handled).isEmpty();
        }
    }

    @Test
    void roles_are_those_of_the_last_token() throws Exception {
        try (RawSocket ada = connect("", token("ada"))) {
            assertThat(ada.send("421[\"close\"]").next()).isEqualTo("431[" + NO_ROLE + "]");

            assertThat(ada.send("422[\"renew\",\"" + token("ada", "admin") + "\"]")
                            .next())
                    .isEqualTo("432[\"renewed\"]");
            assertThat(ada.send("423[\"close\"]").next()).isEqualTo("433[\"done\"]");

            assertThat(ada.send("424[\"renew\",\"" + token("ada") + "\"]").next())
                    .isEqualTo("434[\"renewed\"]");
            assertThat(ada.send("425[\"close\"]").next()).isEqualTo("435[" + NO_ROLE + "]");
            assertThat(handled).containsExactly("ada: close");
        }
    }

    @Test
    void an_event_with_an_owner_is_for_the_owner_alone() throws Exception {
        try (RawSocket ada = connect("&home=ada", token("ada"));
                RawSocket bob = connect("&home=ada", token("bob", "admin"))) {
            assertThat(ada.send("421[\"edit\"]").next()).isEqualTo("431[\"done\"]");
            assertThat(bob.send("421[\"edit\"]").next()).isEqualTo("431[" + NOT_YOURS + "]");
            assertThat(handled).containsExactly("ada: edit");
        }
    }

    @Test
    void an_owner_is_asked_about_what_the_event_names() throws Exception {
        try (RawSocket ada = connect("", token("ada"));
                RawSocket bob = connect("", token("bob"))) {
            assertThat(ada.send("421[\"write\",{\"note\":7}]").next()).isEqualTo("431[\"done\"]");
            assertThat(ada.send("422[\"write\",{\"note\":\"8\"}]").next()).isEqualTo("432[" + NOT_YOURS + "]");
            assertThat(bob.send("421[\"write\",{\"note\":7}]").next()).isEqualTo("431[" + NOT_YOURS + "]");
            assertThat(handled).containsExactly("ada: write");
        }
    }

    @Test
    void an_event_that_does_not_say_what_it_is_about_is_refused() throws Exception {
        String missing = "[{\"status\":false,\"code\":\"unprocessable_content\",\"message\":\"1 value is wrong\","
                + "\"problems\":[{\"in\":\"arguments\",\"pointer\":\"/0/note\",\"message\":\"is missing\"}]}]";
        try (RawSocket ada = connect("", token("ada"))) {
            for (String arguments :
                    List.of("", ",7", ",\"note\"", ",{}", ",{\"note\":null}", ",{\"note\":{}}", ",[7]")) {
                assertThat(ada.send("421[\"write\"" + arguments + "]").next()).isEqualTo("431" + missing);
            }
            assertThat(handled).isEmpty();
        }
    }

    @Test
    void a_gate_with_roles_and_an_owner_asks_for_both() throws Exception {
        try (RawSocket owner = connect("&home=ada", token("ada"));
                RawSocket admin = connect("&home=ada", token("bob", "admin"));
                RawSocket both = connect("&home=ada", token("ada", "admin"))) {
            assertThat(owner.send("421[\"rename\"]").next()).isEqualTo("431[" + NO_ROLE + "]");
            assertThat(admin.send("421[\"rename\"]").next()).isEqualTo("431[" + NOT_YOURS + "]");
            assertThat(both.send("421[\"rename\"]").next()).isEqualTo("431[\"done\"]");
            assertThat(handled).containsExactly("ada: rename");
        }
    }

    @Test
    void an_owner_check_that_fails_lets_nobody_in() throws Exception {
        try (RawSocket ada = connect("", token("ada"))) {
            assertThat(ada.send("421[\"edit\"]").next())
                    .isEqualTo("431[{\"status\":false,\"code\":\"internal_server_error\","
                            + "\"message\":\"something went wrong here\"}]");
            assertThat(handled).isEmpty();
        }
    }

    @Test
    void a_namespace_can_be_for_roles_or_for_an_owner() throws Exception {
        String ada = "{\"token\":\"" + token("ada") + "\"}";
        String bob = "{\"token\":\"" + token("bob", "admin") + "\"}";
        try (RawSocket first = open("&home=ada");
                RawSocket second = open("&home=ada")) {
            assertThat(first.send("40/staff," + ada).next())
                    .isEqualTo("44/staff,{\"message\":\"this needs one of the roles [admin, operator]\",\"data\":"
                            + NO_ROLE + "}");
            assertThat(first.send("40/home," + ada).next()).startsWith("40/home,{\"sid\":");
            assertThat(second.send("40/home," + bob).next())
                    .isEqualTo("44/home,{\"message\":\"this is not yours\",\"data\":" + NOT_YOURS + "}");
            assertThat(second.send("40/staff," + bob).next()).startsWith("40/staff,{\"sid\":");
        }
    }
}
